// A comm as ipywidgets' models expect it: one line of messages between a widget and its model.

export class Comm {
  #kernel;
  #onMessage = () => {};
  #onClose = () => {};

  constructor(kernel, target, id) {
    this.#kernel = kernel;
    this.target_name = target;
    this.comm_id = id;
    kernel.comms.set(id, this);
  }

  open(data, callbacks, metadata, buffers) {
    return this.#send("comm_open", { target_name: this.target_name, data }, callbacks, metadata, buffers);
  }

  send(data, callbacks, metadata, buffers) {
    return this.#send("comm_msg", { data }, callbacks, metadata, buffers);
  }

  close(data = {}, callbacks, metadata, buffers) {
    this.#kernel.comms.delete(this.comm_id);
    return this.#send("comm_close", { data }, callbacks, metadata, buffers);
  }

  on_msg(handle) {
    this.#onMessage = handle;
  }

  on_close(handle) {
    this.#onClose = handle;
  }

  receive(message) {
    return this.#onMessage(message);
  }

  closed(message) {
    this.#kernel.comms.delete(this.comm_id);
    return this.#onClose(message);
  }

  #send(type, content, callbacks, metadata, buffers) {
    return this.#kernel.send(
      type,
      { comm_id: this.comm_id, ...content },
      { callbacks, metadata, buffers },
    );
  }
}
