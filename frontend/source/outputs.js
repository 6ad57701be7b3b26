// The outputs of the notebook's cells, each put where its script element stands.

const OUTPUTS = 'script[type="application/vnd.voila.cell-output+json"]:not([data-begun])';
const WIDGET = "application/vnd.jupyter.widget-view+json";

/** Shows all outputs that have arrived. */
export const showOutputs = (manager) =>
  Promise.all([...document.querySelectorAll(OUTPUTS)].map((script) => show(script, manager)));

async function show(script, manager) {
  const output = JSON.parse(script.textContent);
  script.dataset.begun = ""; // not to be found a second time
  const element = document.createElement("div");
  element.className = "jp-OutputArea-output";
  // In the page before it is filled, since charts measure the place they are given.
  script.before(element);
  try {
    await fill(element, output, manager);
  } finally {
    script.remove();
  }
}

/** Fills an element with the best form of an output that this page can show. */
export async function fill(element, output, manager) {
  const widget = output.data?.[WIDGET];
  if (widget && manager.has_model(widget.model_id)) await manager.show(widget.model_id, element);
  else (await import("./mime.js")).render(element, output, manager);
}
