/** Reports of our own invention for the pages of the test: countries are real, office-holders and what they do are not. */

export interface Story {
  readonly title: string;
  readonly day: string;
  /** Paragraphs of the body; "## " opens a heading between them, "- " an item of a list. */
  readonly body: readonly string[];
}

export const STORIES: readonly Story[] = [
  {
    title: "Peru and Chile end nine years of dispute over the line at sea",
    day: "2022-03-30",
    body: [
      "LIMA — The foreign ministers of Peru and Chile signed an accord on Wednesday that fixes the line between their fishing grounds, nine years after the first boat was seized off Ilo.",
      "“We have kept our word, and so have they,” Foreign Minister Ana Torres told reporters on the steps of the ministry, where the talks had lasted until four in the morning.",
      "Under the accord, patrols of both navies will sail together for the first two years. Licences will be issued by a joint office in Arica, which is to open on 1 June.",
      "## What fishermen say",
      "In the port of Ilo, where some 2,000 families live on anchovy, the news was met with relief and some doubt. “Paper is patient,” said Jorge Quispe, who lost his boat in 2016.",
      "Chile’s minister, Tomás Araya, said that the boats still held in Iquique would be given back within sixty days. He did not say how many there were; Peru counts eleven.",
      "Bolivia, which has no coast but claims one, called the accord “a private matter of two neighbours” and said that it would study the text.",
      "The two parliaments have to approve the accord before it takes effect. Peru’s is expected to vote in May, Chile’s after the winter recess.",
    ],
  },
  {
    title: "Kenya sends mediators to Addis Ababa as truce frays",
    day: "2021-11-18",
    body: [
      "Kenya sent two mediators to Ethiopia on Thursday after shells fell on the town of Mersa for a third night, breaking a truce that had held since the spring.",
      "The mediators, both former generals, will meet the chief of staff and, if they are let through, commanders of the northern forces in Mekelle.",
      "“Nobody asked us to come, and nobody has told us to stay away,” President Joseph Mutua said in Nairobi. “That is as good an invitation as this region gives.”",
      "At least fourteen people have been killed since Monday, according to the Red Cross, which has pulled its staff out of three districts.",
      "Each side accuses the other of having fired first. The government in Addis Ababa speaks of “bandits”, the northern forces of a “siege by other means”.",
      "The African Union welcomed the mission and offered its building in Addis Ababa for talks. The United States, which had threatened to cut aid, said that it would wait for the outcome.",
      "A first round is planned for Sunday. Diplomats who know both generals say that they have brought no plan of their own, only a list of nineteen villages and the names of those who hold them.",
    ],
  },
  {
    title: "Norway expels three diplomats in port spying case",
    day: "2023-04-13",
    body: [
      "OSLO (The Example) - Norway has told three diplomats of a neighbouring state to leave by Saturday, saying that they had paid harbour pilots for charts of the naval base at Haakonsvern.",
      "Foreign Minister Kari Lund said that the three had acted “far outside what a diplomat may do”. She would not name the country, but the Russian embassy in Oslo said that it had received a note and would answer in kind.",
      "The security service had watched the pilots for fourteen months. Two of them were arrested in January and are to stand trial in Bergen in the autumn.",
      "What was in the charts",
      "The charts show depths and currents around the base, but also, in a hand that the police could not identify, the hours at which tugs were called in 2021 and 2022.",
      "Sweden and Denmark, both of which have had cases of their own, were told of the expulsions on Tuesday. Denmark’s minister said that her country stood by Norway; Sweden said nothing.",
      "“It is a small case with large letters on it,” said Nils Brekke, who teaches at the naval academy. “The depth of a fjord is no secret. Who asks for it is.”",
      "It is the first expulsion since April last year, when four trade attachés had to go.",
    ],
  },
  {
    title: "Ghana and Togo reopen the Aflao crossing after two years",
    day: "2022-05-09",
    body: [
      "Ghana and Togo reopened their main border crossing at Aflao on Monday, two years after it was closed on account of the pandemic and eleven months after the last lorry driver in quarantine had gone home.",
      "Thousands crossed on foot within the first hours, many of them traders with bundles on their heads. Customs officers of both countries waved them through without a look at their papers.",
      "The presidents had agreed on the day in March, but a quarrel over fees for lorries delayed it twice. In the end both sides gave way: Togo halved its fee, Ghana dropped one altogether.",
      "From today, the following hold:",
      "- The crossing is open from six in the morning until ten at night.",
      "- Lorries pay one fee, at the end of their journey.",
      "- A market for small traders is held on both sides every Tuesday.",
      "“My sister’s child is two years old and I have not held him,” said Afi Mensah, a seamstress from Lomé, while she waited for a taxi.",
      "The chamber of commerce in Accra puts the loss of trade since March 2020 at 600 million dollars. Smuggling, it says, made up for a third of it.",
    ],
  },
  {
    title: "Envoys leave Baku without a word on the canal",
    day: "2024-02-06",
    body: [
      "The talks between Azerbaijan and Kazakhstan on a canal for the shrinking Caspian ended on Tuesday without a statement, and the envoys left Baku by separate doors.",
      "Officials who had sat in the room said that the two had not even agreed on whose measurements of the water to use. Since 2005 the level has fallen by two metres on either count.",
      "Kazakhstan wants a channel dredged to its port of Aktau, at a cost of some 400 million dollars, and asks Azerbaijan to bear a fifth of that. Azerbaijan answers that it has a port of its own to dredge.",
      "“We came to speak of water and spoke of money,” said the Kazakh envoy, Daniyar Sultanov, before he boarded his aeroplane. He ruled out a second round before the summer.",
      "Iran and Turkmenistan, which share the sea, had sent observers. Russia, which shares it too, had not.",
      "Shippers fear that by 2030 only half-laden vessels will reach the northern ports. One company has begun to buy lorries.",
      "In the evening the ministry in Baku put out two sentences: the talks had been useful, and they would go on.",
    ],
  },
];
