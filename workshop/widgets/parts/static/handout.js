// What stands on the page, set down as a document: headings, sentences, tables, pictures, what was
// chosen and what was written. It knows parts and no exercise, and asks no kernel.

const LEFT_OUT = ".wk-head, .wk-discuss *, .wk-memory, .wk-press-line, .wk-take-home, .wk-forget, .wk-progress";
const ONLY_ON_SCREEN = ".wk-help, .wk-aside, .wk-legend, .wk-unseen, .wk-note, button, details, [hidden]";

const text = (root, where) => root.querySelector(where)?.textContent.trim() ?? "";
const clean = (element) => {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll(ONLY_ON_SCREEN)) part.remove();
  return copy;
};
const labels = (part) => [...part.querySelectorAll("input:checked")].map((box) => text(box.closest("label"), ".wk-option-label"));

/** Makes an element whose children are text or elements; text stays text. */
function set(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** By the class of a part: what it says on paper. A pair of texts is a line of choices. */
const TELLERS = {
  "wk-range": (part) => [text(part, ".wk-label"), `${part.querySelector(".wk-number").value} ${text(part, ".wk-unit")}`.trim()],
  "wk-choice": (part) => [text(part, "legend"), labels(part).join(", ")],
  "wk-several": (part) => [text(part, "legend"), labels(part).join(", ")],
  "wk-draft": written,
  "wk-prose": told,
  "wk-annotated": (part) => set("blockquote", "", ...clean(part.querySelector(".wk-annotated-text")).childNodes),
  "wk-chart-view": pictured,
  "wk-dots": dotted,
  "wk-blocks": (part) => set("ol", "blocks", ...[...part.querySelectorAll(".wk-blocks-item")].map(clean)),
};

function written(part) {
  const typed = part.querySelector("textarea").value.trim();
  return typed ? set("div", "", set("h4", "", text(part, ".wk-label")), set("blockquote", "", typed)) : null;
}

function told(part) {
  const copy = clean(part.querySelector(".wk-prose-text"));
  copy.className = part.classList.contains("wk-sentence") ? "sentence" : "";
  return copy.textContent.trim() ? copy : null;
}

function pictured(part) {
  const picture = part.querySelector("[role=img]");
  const drawn = picture?.querySelector("svg")?.cloneNode(true) ?? photographed(picture);
  const label = picture?.getAttribute("aria-label") ?? "";
  if (!drawn) return label ? set("p", "", label) : null;
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  return set("figure", "", drawn);
}

/** A crowd, with its title above and what each shape means below. */
function dotted(part) {
  const title = text(part, ".wk-dots-title");
  const picture = photographed(part);
  if (!picture) return null;
  picture.alt = part.querySelector("[role=img]").getAttribute("aria-label");
  const keys = [...part.querySelectorAll(".wk-dots-legend li")].map((key) => set("li", "", photographed(key), text(key, "span")));
  return set("figure", "dots", ...(title ? [set("h4", "", title)] : []), picture, set("ul", "keys", ...keys));
}

function photographed(picture) {
  const canvas = picture?.querySelector("canvas");
  if (!canvas?.width) return null;
  const { width, height } = canvas.style;
  const image = Object.assign(new Image(), { src: canvas.toDataURL("image/png") });
  Object.assign(image.style, { width, height });
  return image;
}

function* lines(exercise) {
  for (const part of exercise.querySelectorAll(".wk-part")) {
    if (part.matches(LEFT_OUT) || !part.checkVisibility()) continue;
    const kind = Object.keys(TELLERS).find((name) => part.classList.contains(name));
    const line = kind ? TELLERS[kind](part) : null;
    if (line) yield line;
  }
}

/** Sets one exercise: what is chosen line by line becomes one list. */
function section(exercise) {
  const whole = set("section", "exercise", set("h2", "", text(exercise, ".wk-head h2")));
  let list = null;
  for (const line of lines(exercise)) {
    if (!Array.isArray(line)) {
      list = null;
      whole.append(line);
    } else if (line[1]) {
      if (!list) whole.append((list = set("dl", "")));
      list.append(set("dt", "", line[0]), set("dd", "", line[1]));
    }
  }
  for (const heading of [...whole.querySelectorAll("h3, h4")].reverse()) if (!heads(heading, whole)) heading.remove();
  return whole;
}

const says = (element) => element.matches("svg, img") || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());

/** Tells whether anything stands below a heading before the next of its rank. */
function heads(heading, whole) {
  const saying = [...whole.querySelectorAll("*")].filter(says);
  const next = saying[saying.indexOf(heading) + 1];
  return next && !(/^H[2-4]$/.test(next.tagName) && next.tagName <= heading.tagName);
}

const all = (root) => (root.matches(".wk-exercise") ? [root] : [...root.querySelectorAll(".wk-exercise")]);
const touched = (exercise) => {
  const memory = exercise.querySelector(".wk-memory");
  return !memory || Object.keys(memory.workshopKept?.()[1] ?? {}).length > 0;
};

/** Returns the exercises that somebody worked on or, where there is none yet, all of them. */
function exercises(root) {
  const begun = all(root).filter(touched);
  return begun.length ? begun : all(root);
}

/** Returns what the browser keeps of the exercises, by their names. */
export const answers = (root) =>
  Object.fromEntries(
    [...root.querySelectorAll(".wk-memory")]
      .map((memory) => memory.workshopKept?.() ?? ["", {}])
      .filter(([, kept]) => Object.keys(kept).length),
  );

/** Returns the document as text, complete in itself. */
export function handout(root, { template, title, lead, kept }) {
  const page = new DOMParser().parseFromString(template, "text/html");
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dir = document.documentElement.dir;
  page.title = title;
  page.querySelector("h1").textContent = title;
  page.querySelector("header p").textContent = lead;
  page.querySelector("main").append(...exercises(root).map(section));
  // So written, no text of anybody's can end the element it stands in.
  page.querySelector("#answers").textContent = kept.replace(/</g, "\\u003c");
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

/** Returns the answers that a file holds: one of answers alone, or a whole page. */
export function answersIn(file) {
  if (!file.trimStart().startsWith("<")) return file;
  return new DOMParser().parseFromString(file, "text/html").querySelector("#answers")?.textContent ?? "";
}
