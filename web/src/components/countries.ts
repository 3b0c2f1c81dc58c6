/** The names of the countries, asked for once and had by every component. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";

export type Names = Readonly<Record<string, string>>;

export const Countries = createContext<Names>({});

/** A function from code to name; a code that the server does not name stands for itself. */
export function useNames(): (code: string | null) => string {
  const names = useContext(Countries);
  return (code) => (code === null ? "" : (names[code] ?? code));
}
