/** The words of a piece of a page as people see them: one paragraph for each block, a blank line between two. */
import { isElement, type PageElement, type PageNode, TEXT } from "./dom.js";

const BLOCK =
  /^(?:address|article|aside|blockquote|body|dd|details|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/;
/** What is never words of a report. */
const SILENT =
  /^(?:audio|button|canvas|embed|iframe|input|math|noscript|object|script|select|style|svg|template|textarea|title|video)$/;

/** Text of a node: white space as a browser would show it, paragraphs apart, without empty ones. */
export function blockText(root: PageNode): string {
  const paragraphs: string[] = [];
  let open = "";
  const close = () => {
    const text = tidy(open);
    if (text !== "") paragraphs.push(text);
    open = "";
  };
  const walkElement = (element: PageElement) => {
    const isBlock = BLOCK.test(element.localName);
    if (isBlock) close();
    for (const child of element.childNodes) walk(child);
    if (isBlock) close();
    else if (/^t[dh]$/.test(element.localName)) open += " ";
  };
  const walk = (node: PageNode) => {
    if (node.nodeType === TEXT) open += node.textContent ?? "";
    if (!isElement(node) || SILENT.test(node.localName)) return;
    if (node.localName === "br") open += BREAK;
    walkElement(node);
  };
  for (const child of root.childNodes) walk(child);
  close();
  return paragraphs.join("\n\n");
}

/** Stands for a line break until white space is folded. */
const BREAK = "\u0000";

/** Two breaks in a row are how some pages part paragraphs. */
function tidy(text: string): string {
  return text
    .replace(/[ \t\n\r\f]+/g, " ")
    .replace(/ ?\u0000 ?(?:\u0000 ?)+/g, "\n\n")
    .replace(/ ?\u0000 ?/g, "\n")
    .trim();
}
