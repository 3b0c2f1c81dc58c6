/** Whole-engine tables of names that mislead: homographs, cases, hidden signs, scripts, and names that JavaScript has. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engine } from "./engine.js";

function read(text: string, published = "2017-05-05") {
  const { entities, report, places } = engine.read({ text, published });
  const mentions = entities.flatMap((entity) =>
    entity.mentions.map(({ start, end }) => ({ words: report.text.slice(start, end), entity })),
  );
  return { entities, places, mentions };
}

/** "words: country" of those mentions that are names. */
const told = (text: string) => read(text).mentions.map(({ words, entity }) => `${words}: ${entity.country}`);

describe("a word that is also a country's name", () => {
  it.each([
    ["The governor of Georgia signed the bill in Atlanta.", "The governor of Georgia", "USA"],
    ["Atlanta police arrested a Georgia lawmaker.", "a Georgia lawmaker", "USA"],
    ["Georgia accused Russia of bombing Gori.", "Georgia", "GEO"],
    ["A storm hit towns in Kentucky. Police rescued forty people.", "Police", "USA"],
    ["Troops fought in Helmand on Monday, officials said.", "Troops", "AFG"],
    ["Jordan condemned the attack in Amman.", "Jordan", "JOR"],
    ["Sudan accused Chad of backing rebels.", "Chad", "TCD"],
    ["Norway thanked Turkey for the aid.", "Turkey", "TUR"],
  ])("%s", (text, words, code) => {
    expect(told(text)).toContain(`${words}: ${code}`);
  });

  it.each([
    ["Chad Mooney, a lawyer from Ohio, met the Kenyan ambassador on Monday.", "Chad Mooney"],
    ["Michael Jordan visited Cuba. Jordan met reporters.", "Michael Jordan"],
    ["Minister Israel Katz met Georgia Smith in Oslo.", "Israel Katz"],
    ["Minister Israel Katz met Georgia Smith in Oslo.", "Georgia Smith"],
    ["India Jones, a singer from Texas, praised Cuba.", "India Jones"],
  ])("is a person's in: %s", (text, name) => {
    const { entities } = read(text);
    expect(entities.find((entity) => entity.name === name)).toMatchObject({ kind: "person" });
    expect(entities.filter(({ kind }) => kind === "state").map((entity) => entity.name)).not.toContain(
      name.split(" ").at(0),
    );
    expect(entities.filter(({ country }) => country === "JOR" || country === "TCD" || country === "IND")).toEqual([]);
  });

  it.each([
    "It was a turkey shoot, the Norwegian minister said.",
    "The embassy bought fine china for the Norwegian minister.",
    "Soldiers hid in the bush, and the Norwegian minister left a chad in the ballot.",
    "The New Mexico governor and officials from New Jersey met the Norwegian minister.",
    "The minister sailed the South China Sea and the Gulf of Mexico, Norway said.",
    "Troops crossed Lake Chad, Norway said.",
    "The Washington Post wrote about Norway.",
    "Latin American leaders met the Norwegian minister at a South American summit.",
    "Air France left Norway. Korean Air stayed.",
  ])("is none in: %s", (text) => {
    const states = read(text).entities.filter(({ kind }) => kind === "state");
    expect(states.map(({ name }) => name)).toEqual(["Norway"]);
  });
});

describe("May", () => {
  it.each([
    ["Prime Minister Theresa May left. May told reporters it was final.", ["Theresa May"]],
    ["May told parliament on Monday that the deal was done.", ["Theresa May"]],
    ["Officials left in May. Last May told nothing.", []],
  ])("%s", (text, names) => {
    const persons = read(text).entities.filter(({ kind }) => kind === "person");
    expect(persons.map(({ name }) => name)).toEqual(names);
  });
});

describe("small letters and capitals", () => {
  it.each([
    ["russia accuses georgia of attack", ["Russia", "Georgia"]],
    ["RUSSIA ACCUSES GEORGIA OF ATTACK", ["Russia", "Georgia"]],
    ["u.s. and chinese officials meet in beijing", ["United States", "China"]],
    ["iran says it will resume talks with the european union", ["Iran", "European Union"]],
    ["NORTH KOREA FIRES MISSILE, SOUTH KOREA SAYS", ["North Korea", "South Korea"]],
    ["he eats turkey with a swede and a pole on fine china", []],
    ["the polish on the table told us who may march", []],
  ])("%s", (text, names) => {
    const sides = read(text).entities.filter(({ kind }) => kind === "state" || kind === "igo");
    expect(sides.map(({ name }) => name)).toEqual(names);
  });

  it("leave the spans on the text as it was given", () => {
    expect(told("russia accuses georgia of attack")).toEqual(["russia: RUS", "georgia: GEO"]);
  });
});

describe("hidden signs and spellings", () => {
  it.each([
    ["The minister met \u202eIran\u202c again on Monday.", "Iran", "IRN"],
    ["\u200bIran\u200b accused Isra\u200bel of sabotage.", "Isra\u200bel", "ISR"],
    ["The minister of I\u00adran accused Syria.", "I\u00adran", "IRN"],
    ["The minister met \u2067Iran\u2069 again on Monday.", "Iran", "IRN"],
    ["The army said “\ufeffIran” lied about Syria.", "Iran", "IRN"],
    ["South\u00a0Korea met the minister of Iran.", "South\u00a0Korea", "KOR"],
    ["Co\u0302te d’Ivoire accused the minister of fraud.", "Co\u0302te d’Ivoire", "CIV"],
    ["Guinea-Bissau accused the minister of fraud.", "Guinea-Bissau", "GNB"],
    ["Guinea\u2011Bissau accused the minister of fraud.", "Guinea\u2011Bissau", "GNB"],
    ["Timor-Leste accused the minister of fraud.", "Timor-Leste", "TLS"],
    ["Cote d'Ivoire accused the minister of fraud.", "Cote d'Ivoire", "CIV"],
    ["The minister wrote 伊朗 before Iran accused him of fraud.", "Iran", "IRN"],
  ])("%j names %j", (text, words, code) => {
    expect(told(text)).toContain(`${words}: ${code}`);
  });

  it.each(["Xi'an", "Xi’an"])("keep %s whole as a place", (name) => {
    const { places } = read(`The Chinese minister met the envoy in ${name} on Monday.`);
    expect(places.map((place) => [place.name, place.country])).toEqual([[name, "CHN"]]);
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("take %s for no known name", (name) => {
    expect(
      read(`The ${name} said that Iran lied. ${name} and Iran met.`).entities.map(({ country }) => country),
    ).toContain("IRN");
  });

  it("never lose or move a span, whatever hides in the text", () => {
    const sign = fc.constantFrom(
      "\u200b",
      "\u202e",
      "\u00ad",
      "\u2066",
      "\u0301",
      "\u200d",
      "\ufeff",
      "Iran",
      "met",
      " ",
      ".",
      "É",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        const text = `The minister of Iran met ${signs.join("")} the envoy of Syria.`;
        for (const { entity } of read(text).mentions) {
          for (const { start, end } of entity.mentions)
            expect(start >= 0 && start < end && end <= text.length).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("many names", () => {
  const names = ["Iran", "Kenya", "Peru", "Norway", "Chad"];
  const textOf = (count: number) =>
    Array.from({ length: count }, (_, i) => `${names[i % names.length]} accused Minister Anna Berg${i} of fraud.`).join(
      " ",
    );

  it("are each found, in time that grows with their number", () => {
    read(textOf(50));
    const time = (count: number) => {
      const from = performance.now();
      const { entities } = read(textOf(count));
      return { took: performance.now() - from, persons: entities.filter(({ kind }) => kind === "person").length };
    };
    const few = time(125);
    const many = time(500);
    expect(many.persons).toBeGreaterThan(450);
    expect(many.took).toBeLessThan(12 * few.took + 2000);
  });
});

describe("roles learnt from apposition", () => {
  it.each([
    ["Anna Berg, the foreign minister of Norway, met Li Wei.", "Anna Berg", "foreign minister", "NOR"],
    ["The Norwegian foreign minister, Anna Berg, met Li Wei.", "Anna Berg", "foreign minister", "NOR"],
    ["Kenya's president, Ivan Okoro, left on Monday.", "Ivan Okoro", "president", "KEN"],
    ["Luis Ramos, Peru's ambassador to Chile, left on Monday.", "Luis Ramos", "ambassador", "PER"],
    ["Peruvian Defence Minister Luis Ramos left on Monday. Ramos spoke.", "Luis Ramos", "Defence Minister", "PER"],
  ])("%s", (text, name, title, of) => {
    const person = read(text).entities.find((entity) => entity.name === name);
    expect(person?.role).toEqual({ title, of });
    expect(person?.country).toBe(of);
  });
});
