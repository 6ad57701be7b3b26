// Outputs that are no widgets: the best form that a page can show without a library.

import "./core.js";

const ANSI = /\u001b\[[0-9;?]*[A-Za-z]/g;

const pre = (text, className = "wk-stream") =>
  Object.assign(document.createElement("pre"), { className, textContent: text.replace(ANSI, "") });

/** As in JupyterLab, scripts run where the notebook is trusted; Voila trusts what it serves. */
const html = (text, { trusted }, manager) =>
  document
    .createRange()
    .createContextualFragment(trusted ? text : manager.inline_sanitize(text));

const picture = (type) => (data) =>
  Object.assign(new Image(), { src: `data:${type};base64,${data.trim()}`, alt: "" });

// The first that an output has is shown. Markdown and LaTeX are shown as they were written.
const FORMS = {
  "text/html": html,
  "image/svg+xml": html,
  "image/png": picture("image/png"),
  "image/jpeg": picture("image/jpeg"),
  "image/gif": picture("image/gif"),
  "image/webp": picture("image/webp"),
  "text/markdown": (text) => pre(text),
  "text/latex": (text) => pre(text),
  "application/json": (value) => pre(JSON.stringify(value, null, 2)),
  "text/plain": (text) => pre(text),
};

const joined = (value) => (Array.isArray(value) ? value.join("") : value);

/** Fills an element with an output in the notebook format. */
export function render(element, output, manager) {
  if (output.output_type === "stream") {
    element.append(pre(joined(output.text), `wk-stream wk-${output.name}`));
  } else if (output.output_type === "error") {
    element.append(pre(output.traceback.join("\n"), "wk-stream wk-error"));
  } else {
    const type = Object.keys(FORMS).find((form) => form in output.data);
    if (type) element.append(FORMS[type](joined(output.data[type]), output, manager));
  }
}
