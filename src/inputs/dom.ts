/** The little of a document object model that this layer uses, and how a page becomes one. */
import { InputError } from "../errors.js";

/** A node: element (1), text (3) or anything else, which nobody looks at. */
export interface PageNode {
  readonly nodeType: number;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageNode | null;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  /** In lower case. */
  readonly localName: string;
  readonly className: unknown;
  readonly id: string;
  getAttribute(name: string): string | null;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): Iterable<PageElement>;
  closest(selectors: string): PageElement | null;
  remove(): void;
  readonly outerHTML: string;
  readonly innerHTML: string;
}

export interface Page extends PageElement {
  readonly body: PageElement | null;
  readonly documentElement: PageElement | null;
}

export const [ELEMENT, TEXT] = [1, 3];

/** Elements within elements; no page is made like this, and each one costs a place on the stack. */
const MOST_DEPTH = 500;

/** The document of a page; throws InputError `html-too-deep`. */
export async function parsePage(html: string): Promise<Page> {
  const [{ parseHTML }, { Parser }] = await Promise.all([import("linkedom"), import("htmlparser2")]);
  checkDepth(html, Parser);
  return parseHTML(wrap(html)).document as unknown as Page;
}

/** A mere fragment has no body of its own. */
function wrap(html: string): string {
  return /<(?:html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

function checkDepth(html: string, Parser: typeof import("htmlparser2").Parser): void {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser({
    onopentag: () => {
      depth++;
      deepest = Math.max(deepest, depth);
    },
    onclosetag: () => {
      depth--;
    },
  });
  parser.end(html);
  if (deepest <= MOST_DEPTH) return;
  const message = `its elements stand ${deepest} deep within one another`;
  throw new InputError("html-too-deep", message, "This is no page that people read: leave it out.");
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}
