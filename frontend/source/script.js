// The scripts and the style sheets that widgets carry as text.

const scripts = new Map();

const isAddress = (text) => /^https?:\/\//.test(text);

async function evaluate(text) {
  if (isAddress(text)) return import(text);
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    return await import(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Evaluates a script once a page, however many widgets carry it. */
export async function definitionOf(text) {
  if (!scripts.has(text)) scripts.set(text, evaluate(text));
  const script = await scripts.get(text);
  if (script.render) return { render: script.render };
  if (!script.default) throw new Error("A widget's script exports neither `default` nor `render`.");
  return typeof script.default === "function" ? script.default() : script.default;
}

/** Puts a widget's style sheet on the page, in place of an earlier one of the same widget. */
export function dress(css, id) {
  if (!css) return;
  const tag = isAddress(css) ? "link" : "style";
  const sheet = Object.assign(document.createElement(tag), { id });
  if (tag === "link") Object.assign(sheet, { rel: "stylesheet", href: css });
  else sheet.textContent = css;
  const earlier = document.getElementById(id);
  if (earlier) earlier.replaceWith(sheet);
  else document.head.append(sheet);
}
