/** What stands around the articles of real sites: walls, menus, teasers, comments. None of its words are an article's. */

export const MENU = ["Home", "World", "Politics", "Business", "Sport", "Weather", "Puzzles", "Log in"];
const TEASERS = [
  "Ten gardens to visit before the rain comes back",
  "Why your kettle is lying to you",
  "Striker signs for record sum after night of phone calls",
  "Quiz: how well do you know the moons of Jupiter?",
  "Recipe of the week: lentils, lemon and not much else",
  "Watch: otter opens supermarket door",
];
const COMMENTS = [
  "Finally some good news, though I would not bet a penny on it lasting until Christmas.",
  "My uncle used to work there and he always told us that nobody ever checked anything at all.",
  "Typical. They waste our taxes and then pat themselves on the shoulder. Vote them all out!",
  "Could the editors please explain the map? The colours look swapped to me on my telephone.",
  "@marigold I could not agree more. It has been the same story for as long as I can remember.",
];

export const nav = (items = MENU) =>
  `<nav><ul>${items.map((item) => `<li><a href="/${item}">${item}</a></li>`).join("")}</ul></nav>`;

export const cookieWall = (id = "cookie-consent") =>
  `<div id="${id}" class="${id}" role="dialog"><h2>We value your privacy</h2><p>We and our 842 partners store and access information on your device, such as unique identifiers in cookies, in order to show you personalised advertising and to measure what you look at. You may accept or manage your choices at any time by clicking below.</p><p>With your permission we may use precise geolocation data. Your preferences will apply to this website only.</p><button>Accept all</button><button>Reject</button></div>`;

export const teasers = (name = "related") =>
  `<section class="${name}"><h3>More from us</h3>${TEASERS.map((teaser) => `<div class="card"><a href="/x"><h4>${teaser}</h4></a><p>Read on and find out what our reporters saw when they went there.</p></div>`).join("")}</section>`;

export const comments = (name = "comments", count = COMMENTS.length) =>
  `<section id="${name}" class="${name}"><h3>Join the conversation</h3>${COMMENTS.slice(0, count)
    .map(
      (comment, i) =>
        `<div class="comment"><span class="author">user${i}</span> <time datetime="2025-01-0${i + 1}">${i + 1} days ago</time><p>${comment}</p><a href="#">Reply</a></div>`,
    )
    .join("")}</section>`;

export const newsletter = (name = "newsletter-signup") =>
  `<aside class="${name}"><h4>Get the morning briefing</h4><p>Sign up for our letter and wake up to what matters, five days a week. You can leave at any time.</p><form><input type="email"><button>Sign up</button></form></aside>`;

export const share = (name = "share-tools") =>
  `<ul class="${name}"><li><a href="#">Share on Facebook</a></li><li><a href="#">Tweet</a></li><li><a href="#">Copy link</a></li></ul>`;

export const footer = () =>
  `<footer><p>© The Example. All rights reserved. Registered in a country of your choice under the number 12345.</p><ul><li><a href="/terms">Terms of use</a></li><li><a href="/privacy">Privacy policy</a></li><li><a href="/about">About us</a></li></ul></footer>`;

export const figure = (n = 0) =>
  `<figure><img src="p${n}.jpg" alt="A picture"><figcaption>A view of the harbour in an earlier year. <span class="credit">Photograph: A. Photographer/The Example</span></figcaption></figure>`;

export const tagList = () =>
  `<div class="tags"><a href="/t/1">Diplomacy</a> <a href="/t/2">Analysis</a> <a href="/t/3">Topics A to Z</a></div>`;

export const authorBox = () =>
  `<div class="author-bio"><p>The writer has reported for this paper since 2009 and lives with two cats. Write to her at desk@example.org.</p></div>`;
