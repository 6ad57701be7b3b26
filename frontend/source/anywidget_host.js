// What a widget's script is given: its model, the way to other widgets, and calls of Python.

import { uuid } from "@jupyter-widgets/base";

const REFERENCE = "anywidget:";
const CALL_PATIENCE = 3_000; // ms

/** The part of a model that scripts may use. `key` marks their listeners, so that they can go. */
export const forPeople = (model, key) => ({
  get: model.get.bind(model),
  set: model.set.bind(model),
  save_changes: model.save_changes.bind(model),
  send: model.send.bind(model),
  on: (name, listener) => model.on(name, listener, key),
  off: (name, listener) => model.off(name, listener, key),
  widget_manager: model.widget_manager,
});

/** Lets a script find and draw the widgets that its state refers to. */
export function hostOf(model, signal) {
  const find = async (reference) => {
    if (!reference?.startsWith?.(REFERENCE)) {
      throw new Error(`${JSON.stringify(reference)} refers to no widget.`);
    }
    const child = await model.widget_manager.get_model(reference.slice(REFERENCE.length));
    await child.ready;
    return child;
  };
  const host = {
    async getModel(reference) {
      const [child, key] = [await find(reference), {}];
      signal.addEventListener("abort", () => child.off(null, null, key));
      return forPeople(child, key);
    },
    async getWidget(reference) {
      const child = await find(reference);
      const render = ({ el, signal: own = signal }) => child.draw(el, own, host);
      return { exports: child.exports, render };
    },
  };
  return host;
}

/** Calls a command of the widget in Python; promises its answer and its buffers. */
export function invoke(model, name, msg, { buffers = [], signal } = {}) {
  const id = uuid();
  const patience = signal ?? AbortSignal.timeout(CALL_PATIENCE);
  return new Promise((resolve, reject) => {
    const settle = (act) => (value) => {
      model.off("msg:custom", hear);
      act(value);
    };
    const hear = (answer, answered) => {
      if (answer.id === id) settle(resolve)([answer.response, answered]);
    };
    patience.throwIfAborted();
    patience.addEventListener("abort", () => settle(reject)(patience.reason), { once: true });
    model.on("msg:custom", hear);
    model.send({ id, kind: "anywidget-command", name, msg }, undefined, buffers);
  });
}
