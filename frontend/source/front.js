// The front end of a page: connects to its kernel, builds its widgets, shows its outputs.

import { arrival, Kernel, Manager, sayGoodbye, showOutputs, tell, whole } from "./core.js";

const kernel = new Kernel(tell);
const manager = new Manager(kernel);

async function join() {
  const config = await arrival("jupyter-config-data");
  const token = new URLSearchParams(location.search).get("token");
  sayGoodbye(config);
  kernel.connect({ token, ...config });
}

/** Builds what the page brings along; false where it brings nothing. */
async function restore() {
  const widgets = await arrival("wk-widgets");
  if (widgets) await manager.restore(widgets);
  return widgets !== null;
}

async function build(restored) {
  if (!(await restored)) await manager.load();
  await showOutputs(manager);
  await whole;
  await showOutputs(manager);
}

join();
const restored = restore();
kernel.holdUntil(restored); // messages to widgets that are not built yet would be lost
build(restored);
