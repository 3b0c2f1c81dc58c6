/** Language tags as pages, feeds and mails write them. */

/** "en-GB" of "en_GB", null for what is no tag or says nothing. */
export function formatTag(written: string | null | undefined): string | null {
  const tag = (written ?? "").trim().replace(/,.*$/s, "").replaceAll("_", "-");
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) || /^und$/i.test(tag)) return null;
  const [language, ...rest] = tag.split("-");
  const parts = rest.map((part) => (part.length === 2 ? part.toUpperCase() : part));
  return [language!.toLowerCase(), ...parts].join("-");
}
