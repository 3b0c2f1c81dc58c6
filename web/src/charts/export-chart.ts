/** Saves a chart as it stands, with its source line below: SVG for editors, PNG at twice the size for everyone else. */

const NS = "http://www.w3.org/2000/svg";
/** What a chart takes from the style sheet, written onto each element so that it holds without one. */
const KEPT = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity"];
const KEPT_TEXT = ["fill", "font-family", "font-size", "font-weight", "text-anchor"];
const FOOT = 30;

export async function saveSvg(svg: SVGSVGElement, name: string, source: string): Promise<void> {
  save(new Blob([serialize(svg, source).text], { type: "image/svg+xml" }), `${name}.svg`);
}

export async function savePng(svg: SVGSVGElement, name: string, source: string): Promise<void> {
  const { text, width, height } = serialize(svg, source);
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  try {
    const picture = await loadPicture(address);
    const canvas = document.createElement("canvas");
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob) save(blob, `${name}.png`);
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function saveCsv(text: string, name: string): void {
  save(new Blob([text], { type: "text/csv" }), `${name}.csv`);
}

function serialize(svg: SVGSVGElement, source: string): { text: string; width: number; height: number } {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [shown, kept] = [svg.querySelectorAll("*"), copy.querySelectorAll("*")];
  shown.forEach((element, i) => {
    const twin = kept[i];
    if (twin) fix(element, twin);
  });
  for (const element of copy.querySelectorAll("[data-screen]")) element.remove();
  const whole = height + FOOT;
  for (const [key, value] of Object.entries({ xmlns: NS, width, height: whole, viewBox: `0 0 ${width} ${whole}` }))
    copy.setAttribute(key, String(value));
  copy.prepend(make("rect", { width, height: whole, fill: colour("--sheet") }));
  const line = make("text", {
    x: 8,
    y: height + 20,
    "font-size": 11,
    "font-family": "sans-serif",
    fill: colour("--soft"),
  });
  line.textContent = `${source} Chancery.`;
  copy.append(line);
  return { text: new XMLSerializer().serializeToString(copy), width, height: whole };
}

function fix(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of from instanceof SVGTextElement ? KEPT_TEXT : KEPT) {
    const value = style.getPropertyValue(name);
    if (value !== "") to.setAttribute(name, value);
  }
  for (const name of ["class", "style", "tabindex", "role"]) to.removeAttribute(name);
}

/** A custom property as a colour that stands alone: `light-dark()` is settled by asking an element. */
function colour(name: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}

function make(name: string, values: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(values)) element.setAttribute(key, String(value));
  return element;
}

function loadPicture(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error("the chart could not be drawn"));
    picture.src = address;
  });
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
