/** Light, dark, or as the system has it; kept in the browser alone. */

export type Theme = "auto" | "light" | "dark";

const KEY = "chancery-theme";
const NEXT: Readonly<Record<Theme, Theme>> = { auto: "dark", dark: "light", light: "auto" };

export function readTheme(): Theme {
  const kept = storage()?.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "auto";
}

export function restoreTheme(): void {
  applyTheme(readTheme());
}

/** Goes on to the next of the three and tells which it is. */
export function turnTheme(): Theme {
  const theme = NEXT[readTheme()];
  if (theme === "auto") storage()?.removeItem(KEY);
  else storage()?.setItem(KEY, theme);
  applyTheme(theme);
  return theme;
}

function applyTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A browser may refuse to keep anything; the switch then holds until the page is left. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
