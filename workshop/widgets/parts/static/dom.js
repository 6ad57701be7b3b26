// Small helpers that every part shares.

const FOCUSABLE = new Set(["a", "button", "input", "summary", "textarea"]);

let serial = 0;

/** Returns an id that no other element of the page has. */
export const uid = () => `wk-${(serial += 1)}`;

/** Makes an element. Names with a dash, `role` and what is no property become attributes. */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  // JupyterLab would take the arrow keys and Enter for its own shortcuts.
  if (FOCUSABLE.has(tag)) put(element, "data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(props)) {
    if (name.includes("-") || name === "role" || !(name in element)) put(element, name, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Sets an attribute, or takes it away where the value is null, false or empty. */
export function put(element, name, value) {
  if (value === null || value === undefined || value === false || value === "") {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value === true ? "" : value);
  }
}

/** Writes text only where it differs, so that nothing is said twice; what is empty takes no room. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Draws now and whenever one of the names changes. */
export function follow(model, names, draw) {
  for (const name of names) model.on(`change:${name}`, draw);
  draw();
}

/** Fills in one of the part's sentences; one that nobody gave is empty. */
export function say(model, name, values = {}) {
  const words = model.get("words")[name] ?? "";
  return words.replace(/\{(\w+)\}/g, (hole, key) => values[key] ?? hole);
}

const languages = new Map();

/** Writes a number as the page's language does. */
export function figure(value) {
  const language = document.documentElement.lang || undefined;
  if (!languages.has(language)) {
    languages.set(language, new Intl.NumberFormat(language, { maximumFractionDigits: 6 }));
  }
  return languages.get(language).format(value);
}

/** Sends traits to the kernel; ipywidgets waits for its answer before it sends the next. */
export function send(model, traits) {
  model.set(traits);
  model.save_changes();
}

/** Dresses the part's own element. */
export function dress(el, name, tint = "") {
  el.classList.add("wk-part", `wk-${name}`);
  if (tint) el.classList.add(`wk-tint-${tint}`);
}

/** Returns what to call when the view goes. anywidget keeps the element, so it must be left empty. */
export function leave(el, end = () => {}) {
  return () => {
    end();
    end = null;
    el.replaceChildren();
  };
}

/** Makes the line that says what is wrong, and says it at once. */
export const alertLine = (id = uid()) => h("p", { id, className: "wk-alert", role: "alert" });
