// Where each widget's classes come from. What the first page of a workshop needs is here; the rest
// is fetched when a model of it appears.

import * as base from "@jupyter-widgets/base";
import * as box from "@jupyter-widgets/controls/lib/widget_box.js";
import * as anywidget from "./anywidget.js";

const LOADERS = {
  "@jupyter-widgets/base": () => base,
  "@jupyter-widgets/controls": (name) => (name in box ? box : import("./controls.js")),
  "@jupyter-widgets/output": () => import("./output.js"),
  anywidget: () => anywidget,
};

export async function loadClass(name, module) {
  const load = LOADERS[module];
  if (!load) throw new Error(`${module} is known to Voila's own front end only (--front=stock).`);
  const found = (await load(name))[name];
  if (!found) throw new Error(`There is no ${name} in ${module}.`);
  return found;
}
