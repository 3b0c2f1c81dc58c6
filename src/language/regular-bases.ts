/** Chooses the base of a regular verb form among those that its spelling allows, by which words are known. */

/** What each inflected tag cuts, and what may stand there instead. */
const ENDINGS: Readonly<Record<string, string>> = { VBD: "ed", VBN: "ed", VBG: "ing" };

/** Gives the learnt rule's base, or a better known one: "shouted" is of "shout", not of "shoute". */
export type ChooseBase = (form: string, xpos: string, learnt: string) => string;

export function createBaseChooser(known: ReadonlySet<string>): ChooseBase {
  const score = (base: string) => {
    if (base.length < 2) return -1;
    return (known.has(base) ? 1 : 0) + (known.has(thirdPerson(base)) ? 1 : 0);
  };
  return (form, xpos, learnt) => {
    const ending = ENDINGS[xpos];
    if (ending === undefined || !form.endsWith(ending) || form.length > 40) return learnt;
    let best = learnt;
    for (const base of basesOf(form.slice(0, form.length - ending.length))) {
      if (score(base) > score(best)) best = base;
    }
    return best;
  };
}

/** What may be left of a stem: itself, with the silent "e", with "y" for "i", with its doubled letter single. */
function basesOf(stem: string): string[] {
  const bases = [stem, `${stem}e`];
  if (stem.endsWith("i")) return [`${stem.slice(0, -1)}y`, `${stem}e`];
  if (/([b-df-hj-np-tv-z])\1$/.test(stem)) bases.push(stem.slice(0, -1));
  return bases;
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}
