/** File patterns that the shell has left alone: `*` and `?` within a name, `**` over folders, `[a-z]` and `{a,b}`. */

/** Whether a name that no file has is meant as a pattern. */
export function isPattern(name: string): boolean {
  return /[*?[{]/.test(name);
}

/** Files of a pattern in code-unit order; `walk` gives all files below a folder. */
export async function findByPattern(pattern: string, walk: (folder: string) => Promise<string[]>): Promise<string[]> {
  const parts = pattern.split("/");
  const fixed = parts.slice(0, parts.findIndex(isPattern)).join("/");
  const folder = fixed === "" ? (pattern.startsWith("/") ? "/" : ".") : fixed;
  const isRight = compile(pattern);
  const files = (await walk(folder)).map((file) => (folder === "." ? file.replace(/^\.\//, "") : file));
  return files.filter((file) => isRight.test(file)).sort();
}

function compile(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|\[[^\]/]+\]|\{[^{}/]*\}|[\\^$.|+()[\]{}]/g, (token) => {
    if (token === "**/") return "(?:[^/]+/)*";
    if (token === "**") return ".*";
    if (token === "*") return "[^/]*";
    if (token === "?") return "[^/]";
    if (token.startsWith("[") && token.length > 1)
      return `[${token.slice(1, -1).replace(/^!/, "^").replaceAll("\\", "\\\\")}]`;
    if (token.startsWith("{") && token.length > 1) return `(?:${token.slice(1, -1).split(",").map(literal).join("|")})`;
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, "su");
}

function literal(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}
