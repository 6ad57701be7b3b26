// ipywidgets' manager on this page: makes models of what the kernel holds, and views of models.

import { uuid } from "@jupyter-widgets/base";
import { base64ToBuffer, ManagerBase } from "@jupyter-widgets/base-manager";
import { put_buffers } from "@jupyter-widgets/base";
import { MessageLoop } from "@lumino/messaging";
import { Widget } from "@lumino/widgets";
import { Comm } from "./comm.js";
import { loadClass } from "./modules.js";

export class Manager extends ManagerBase {
  #shown = new Set();

  constructor(kernel) {
    super();
    this.kernel = kernel;
    addEventListener("resize", () => this.#shown.forEach(tellSize));
  }

  /** Builds the models that stand in the page itself. Nothing is asked of the kernel. */
  restore({ state }) {
    this.#listen();
    const models = Object.entries(state).map(([id, model]) => {
      const { model_name, model_module, model_module_version, buffers = [] } = model;
      put_buffers(
        model.state,
        buffers.map(({ path }) => path),
        buffers.map(({ data }) => new DataView(base64ToBuffer(data))),
      );
      const comm = new Comm(this.kernel, this.comm_target_name, id);
      return this.new_model({ model_name, model_module, model_module_version, comm }, model.state);
    });
    return Promise.all(models);
  }

  /** Asks the kernel for the models it holds. */
  async load() {
    await this.kernel.opened;
    this.#listen();
    await this._loadFromKernel();
  }

  /** Shows a model's view in an element of the page. */
  async show(id, element) {
    const view = await this.create_view(await this.get_model(id));
    Widget.attach(view.luminoWidget, element);
    this.#shown.add(view);
    view.once("remove", () => this.#shown.delete(view));
    return view;
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

  async _get_comm_info() {
    const target_name = this.comm_target_name;
    return (await this.kernel.request("comm_info_request", { target_name })).comms;
  }

  /** Before this, what the kernel opens is heard of when its state is asked for. */
  #listen() {
    this.kernel.targets.set(this.comm_target_name, (comm, message) =>
      this.handle_comm_open(comm, message),
    );
  }
}

const tellSize = (view) =>
  MessageLoop.postMessage(view.luminoWidget, Widget.ResizeMessage.UnknownSize);
