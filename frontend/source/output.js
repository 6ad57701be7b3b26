// ipywidgets' Output: shows what Python prints and displays while a block of code runs in it.

import { JupyterLuminoPanelWidget } from "@jupyter-widgets/base";
import * as output from "@jupyter-widgets/output";
import { fill } from "./core.js";

export class OutputModel extends output.OutputModel {
  // No private names or fields: `initialize` runs before a class of ours has any.
  defaults() {
    return { ...super.defaults(), msg_id: "", outputs: [] };
  }

  initialize(attributes, options) {
    super.initialize(attributes, options);
    this._clearsNext = false;
    this._take = this._take.bind(this);
    this.on("change:msg_id destroy", this._follow);
    this._follow();
  }

  /** Takes over what belongs to the message that Python named, and lets go of the one before. */
  _follow() {
    const { captures } = this.widget_manager.kernel;
    captures.delete(this.previous("msg_id"));
    if (this.get("msg_id") && !this._closed) captures.set(this.get("msg_id"), this._take);
  }

  _take({ header, content }) {
    const type = header.msg_type;
    if (type === "clear_output") {
      if (content.wait) this._clearsNext = true;
      else this._show([]);
    } else if (type === "update_display_data") {
      this._show(this.get("outputs").map((shown) => (isSame(shown, content) ? asOutput(shown.output_type, content) : shown)));
    } else if (["stream", "display_data", "execute_result", "error"].includes(type)) {
      const before = this._clearsNext ? [] : this.get("outputs");
      this._clearsNext = false;
      this._show(added(before, asOutput(type, content)));
    }
  }

  _show(outputs) {
    this.set("outputs", outputs);
    this.save_changes();
  }
}

const asOutput = (output_type, { transient, ...content }) => ({
  output_type,
  ...content,
  ...(transient?.display_id ? { transient } : {}),
});

const isSame = (shown, { transient }) =>
  shown.transient && shown.transient.display_id === transient?.display_id;

/** Words that follow words of the same stream continue them. */
function added(outputs, output) {
  const last = outputs.at(-1);
  const continues =
    output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name;
  if (!continues) return [...outputs, output];
  return [...outputs.slice(0, -1), { ...last, text: last.text + output.text }];
}

export class OutputView extends output.OutputView {
  #drawn = []; // pairs of an output and its element

  render() {
    super.render();
    this.el.classList.add("jupyter-widgets", "widget-output", "jupyter-widget-output");
    this.listenTo(this.model, "change:outputs", this.#draw);
    return this.#draw();
  }

  /** What is shown already stays, so that a widget among the outputs keeps its state. */
  #draw() {
    const manager = this.model.widget_manager;
    const earlier = new Map(this.#drawn);
    this.#drawn = this.model.get("outputs").map((shown) => {
      const element = earlier.get(shown) ?? document.createElement("div");
      if (!earlier.has(shown)) {
        element.className = "jp-OutputArea-output";
        fill(element, { ...shown, trusted: true }, manager);
      }
      return [shown, element];
    });
    this.el.replaceChildren(...this.#drawn.map(([, element]) => element));
  }
}
