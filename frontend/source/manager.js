// ipywidgets' manager on this page: makes models of what the kernel holds, and views of models.

import { put_buffers, uuid } from "@jupyter-widgets/base";
import { base64ToBuffer, ManagerBase } from "@jupyter-widgets/base-manager";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { Comm } from "./comm.js";
import { loadClass } from "./modules.js";
import { Line } from "./line.js";

const CONTROL = "jupyter.widget.control";
const CONTROL_VERSION = "1.0.0";
const LATER = "wk-later"; // the class of what stands further down the page, and so can wait
const PATIENCE = 1000; // ms that it waits for the first picture

export class Manager extends ManagerBase {
  #shown = new Set();
  #line = new Line(firstPicture());

  constructor(kernel) {
    super();
    this.kernel = kernel;
    addEventListener("resize", () => this.#shown.forEach(tellSize));
  }

  /** Builds the models that stand in the page itself. Nothing is asked of the kernel. */
  restore({ state, repeated }) {
    for (const { state: own, same = {} } of Object.values(state)) {
      for (const [name, place] of Object.entries(same)) own[name] = repeated[place];
    }
    const models = Object.entries(state).map(([id, model]) => {
      const buffers = (model.buffers ?? []).map(({ path, data }) => [path, base64ToBuffer(data)]);
      return [id, model, buffers.map(([path, bytes]) => [path, new DataView(bytes)])];
    });
    return this.#build(models);
  }

  /** Asks the kernel for the models it holds; it may take its time, if it has cells to run. */
  async load() {
    await this.kernel.opened;
    const control = new Comm(this.kernel, CONTROL, uuid());
    await new Promise((resolve) => {
      control.on_msg(({ content: { data }, buffers = [] }) => {
        // A buffer's path leads from its model's id through `state`.
        const at = data.buffer_paths.map(([id, , ...path], place) => [id, path, buffers[place]]);
        const models = Object.entries(data.states).map(([id, model]) => {
          return [id, model, at.filter(([of]) => of === id).map(([, ...buffer]) => buffer)];
        });
        const built = this.#build(models);
        resolve(built);
        return built; // what the kernel says next is for these models
      });
      control.open({}, {}, { version: CONTROL_VERSION });
      control.send({ method: "request_states" }, {});
    });
    control.close();
  }

  /** Shows a model's view in an element of the page. */
  async show(id, element) {
    const view = await this.create_view(await this.get_model(id));
    Widget.attach(view.luminoWidget, element);
    this.#shown.add(view);
    view.once("remove", () => this.#shown.delete(view));
    return view;
  }

  /** Makes a view. What can wait is made piece by piece, whenever the page has nothing to do. */
  async create_view(model, options = {}) {
    const waits = options.parent?.options.waits || model.get("_dom_classes")?.includes(LATER);
    if (waits) await this.#line.turn();
    return super.create_view(model, { ...options, waits });
  }

  loadClass(name, module) {
    return loadClass(name, module);
  }

  /** Without data this joins a comm that the kernel has already. */
  async _create_comm(target, id = uuid(), data, metadata, callbacks, buffers) {
    const comm = new Comm(this.kernel, target, id);
    if (data) comm.open(data, callbacks, metadata, buffers);
    return comm;
  }

  /** Makes models of states, whose buffers are pairs of path and bytes. */
  async #build(models) {
    // Only from here on: what the kernel opened before is among these, and it may speak of models
    // that were opened before this page could hear.
    this.kernel.targets.set(this.comm_target_name, (comm, message) =>
      this.handle_comm_open(comm, message),
    );
    const made = models.map(([id, model, buffers]) => {
      const { model_name, model_module, model_module_version, state } = model;
      put_buffers(state, buffers.map(([path]) => path), buffers.map(([, bytes]) => bytes));
      const comm = new Comm(this.kernel, this.comm_target_name, id);
      return this.new_model({ model_name, model_module, model_module_version, comm }, state);
    });
    for (const { reason } of await Promise.allSettled(made)) if (reason) console.error(reason);
  }
}

/** Promises that the first picture stands; a page without one is given a moment. */
function firstPicture() {
  return new Promise((stands) => {
    addEventListener("settled", stands, { once: true });
    setTimeout(stands, PATIENCE);
  });
}

const tellSize = (view) =>
  MessageLoop.postMessage(view.luminoWidget, Widget.ResizeMessage.UnknownSize);
