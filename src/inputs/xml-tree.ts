/** XML as a small tree. No entity but XML's own five is expanded and no document type is heeded: bombs stay what they are. */
import { Parser } from "htmlparser2";
import { InputError } from "../errors.js";

export interface XmlElement {
  /** As written, prefix and all: "media:title". */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** Feeds and sitemaps are five deep, their markup a little more. */
const MOST_DEPTH = 200;

/** The elements of a document, malformed or cut off as it may be, under an element without a name; throws InputError `xml-too-deep`. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [] };
        open.at(-1)!.children.push(element);
        if (open.push(element) > MOST_DEPTH) throw tooDeep();
      },
      ontext: (text) => open.at(-1)!.children.push(text),
      onclosetag: () => {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return root;
}

/** Child elements of one of these names. */
export function childrenOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return elementsOf(element).filter((child) => names.includes(child.name));
}

/** Words of the first child of the first name that has any, null for none. */
export function wordsOf(element: XmlElement, ...names: string[]): string | null {
  for (const name of names) {
    const words = childrenOf(element, name)
      .map(textOf)
      .find((text) => text.trim() !== "");
    if (words !== undefined) return words.trim();
  }
  return null;
}

/** All character data within; elements within, as XHTML content has them, stand as tags. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : writeElement(child))).join("");
}

export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== "string");
}

function writeElement(element: XmlElement): string {
  const name = element.name.replace(/^\w+:/, "");
  const inner = element.children.map((child) => (typeof child === "string" ? escapeXml(child) : writeElement(child)));
  return `<${name}>${inner.join("")}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));
}

function tooDeep(): InputError {
  return new InputError(
    "xml-too-deep",
    `its elements stand more than ${MOST_DEPTH} deep`,
    "This is no feed: leave it out.",
  );
}
