// anywidget's model and view: a widget whose script travels in its own state. Written against the
// published interface of such scripts: `initialize` and `render`, which may return what to call at
// the end.

import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import { forPeople, hostOf, invoke } from "./anywidget_host.js";
import { definitionOf, dress } from "./script.js";

export class AnyModel extends DOMWidgetModel {
  initialize(attributes, options) {
    super.initialize(attributes, options);
    const ending = new AbortController();
    this.once("destroy", () => ending.abort());
    this.ending = ending.signal;
    this.isReady = false;
    this.ready = this._start().finally(() => (this.isReady = true));
    this.ready.catch((error) => console.error(error));
    dress(this.get("_css"), this.get("_anywidget_id"));
    this.on("change:_css", () => dress(this.get("_css"), this.get("_anywidget_id")));
  }

  // Not private: `initialize` runs before a class of ours has private names.
  async _start() {
    this.definition = await definitionOf(this.get("_esm"));
    const { ending: signal, definition } = this;
    const left = await definition.initialize?.({
      model: forPeople(this, this),
      signal,
      experimental: { invoke: invoke.bind(null, this) },
    });
    if (typeof left === "function") onEnd(signal, left);
    else this.exports = left;
  }

  /** What comes before the script has begun to listen waits, without holding up other widgets. */
  _handle_comm_msg(message) {
    if (this.isReady) return super._handle_comm_msg(message);
    this.ready.catch(() => {}).then(() => super._handle_comm_msg(message));
    return Promise.resolve();
  }

  /** As the base does, save that bytes stay bytes: JSON would make empty objects of them. */
  serialize(state) {
    const { serializers } = this.constructor;
    for (const [name, value] of Object.entries(state)) {
      if (serializers[name]?.serialize) state[name] = serializers[name].serialize(value, this);
      else if (serializers[name]) state[name] = JSON.parse(JSON.stringify(value));
      else state[name] = structuredClone(value);
    }
    return state;
  }

  /** Draws into an element until the signal ends it. */
  async draw(el, signal, host = hostOf(this, signal)) {
    await this.ready;
    if (signal.aborted) return;
    const key = {}; // what the listeners of this one drawing are known by
    const end = await this.definition.render?.({
      model: forPeople(this, key),
      el,
      signal,
      host,
      experimental: { invoke: invoke.bind(null, this) },
    });
    onEnd(signal, () => {
      this.off(null, null, key);
      return end?.();
    });
  }
}

export class AnyView extends DOMWidgetView {
  #ending = new AbortController();

  /** Not awaited by those around it: a slow script holds up only itself. */
  render() {
    const signal = AbortSignal.any([this.#ending.signal, this.model.ending]);
    this.model.draw(this.el, signal).catch((error) => console.error(error));
  }

  remove() {
    this.#ending.abort();
    return super.remove();
  }
}

function onEnd(signal, end) {
  const call = async () => end();
  const tidy = () => call().catch((error) => console.warn(error));
  if (signal.aborted) tidy();
  else signal.addEventListener("abort", tidy, { once: true });
}
