// The kernel at the other end of a WebSocket. What is sent before the socket is open, or while it
// is broken, waits in line.

import { uuid } from "@jupyter-widgets/base";
import { Comm } from "./comm.js";
import { Socket } from "./socket.js";
import { decode, encode, PROTOCOL } from "./wire.js";

const DEAD = ["dead", "restarting", "autorestarting", "terminating"];

export class Kernel {
  comms = new Map();
  /** What to do when the kernel opens a comm, by the comm's target. */
  targets = new Map();
  /** Takes over what the kernel prints and shows in answer to a message, by the message's id. */
  captures = new Map();

  #session = uuid();
  #socket = null;
  #ready = false;
  #dead = false; // for good: one that was started in its place knows nothing of this page's answers
  #round = 0;
  #waiting = []; // messages for a socket that is not open
  #unanswered = new Map(); // messages that were sent, until the kernel is done with them
  #work = Promise.resolve();
  #tell;

  /** `tell` hears "connecting", "connected" and, once there is no way back, "dead". */
  constructor(tell) {
    this.#tell = tell;
    this.opened = new Promise((resolve) => (this.#firstOpened = resolve));
  }

  #firstOpened;

  connect({ baseUrl, kernelId, token }) {
    const api = new URL(`${baseUrl}api/kernels/${kernelId}`, location.origin);
    if (token) api.searchParams.set("token", token);
    const channels = new URL(api);
    channels.protocol = api.protocol.replace("http", "ws");
    channels.pathname += "/channels";
    channels.searchParams.set("session_id", this.#session);
    this.#tell("connecting");
    this.#socket = new Socket(channels, PROTOCOL, {
      open: () => this.#opened(),
      close: () => this.#closed(),
      data: (frame) => this.#receive(decode(frame)),
      gone: () => this.#isGone(api),
    });
  }

  /** Sends a message and returns its id. ipywidgets' `callbacks` hear what comes back for it. */
  send(type, content, options) {
    const message = this.#compose(type, content, options);
    if (this.#dead) return message.id;
    if (this.#ready) this.#put(message);
    else this.#waiting.push(message);
    return message.id;
  }

  /** Sends a request and returns a promise of its reply's content. */
  request(type, content) {
    return new Promise((resolve) => {
      this.send(type, content, { callbacks: { shell: { reply: (m) => resolve(m.content) } } });
    });
  }

  /** Lets messages wait until a promise is settled, so that they find the models they are for. */
  holdUntil(promise) {
    this.#work = Promise.allSettled([this.#work, promise]);
  }

  #compose(type, content, { callbacks = {}, metadata = {}, buffers = [] } = {}) {
    const id = uuid();
    const header = {
      msg_id: id,
      msg_type: type,
      session: this.#session,
      username: "",
      date: new Date().toISOString(),
      version: "5.3",
    };
    const frame = encode({ channel: "shell", header, metadata, content, buffers });
    return { id, frame, callbacks, heard: false };
  }

  #put(message) {
    this.#unanswered.set(message.id, message);
    this.#socket.send(message.frame);
  }

  async #opened() {
    const round = (this.#round += 1);
    const sent = [...this.#unanswered.values()];
    if (sent.length > 0) await this.#kernelCaughtUp();
    if (round !== this.#round) return; // the socket broke again meanwhile
    // The kernel works in order, and the server keeps its answers while we are away. What has none
    // by now went down with the old socket.
    const lost = sent.filter((message) => !message.heard);
    this.#ready = true;
    for (const message of [...lost, ...this.#waiting.splice(0)]) this.#put(message);
    this.#tell("connected");
    this.#firstOpened();
  }

  #closed() {
    this.#ready = false;
    this.#tell("connecting");
  }

  #kernelCaughtUp() {
    return new Promise((resolve) => {
      const status = ({ content }) => content.execution_state === "idle" && resolve();
      this.#put(this.#compose("kernel_info_request", {}, { callbacks: { iopub: { status } } }));
    });
  }

  async #isGone(api) {
    const answer = await fetch(api, { cache: "no-store" }).catch(() => null);
    if (answer?.status !== 404) return false;
    this.#die();
    return true;
  }

  /** Sends and hears nothing more, so that nothing is written over what the browser keeps. */
  #die() {
    this.#dead = true;
    this.#socket.end();
    this.#tell("dead");
  }

  // One after the other: an Output widget has to know that it listens before the words arrive.
  #receive(message) {
    this.#work = this.#work.then(() => this.#handle(message)).catch((error) => console.error(error));
  }

  #handle(message) {
    if (this.#dead) return undefined;
    const type = message.header.msg_type;
    const parent = message.parent_header.msg_id;
    const asked = this.#unanswered.get(parent);
    if (asked) asked.heard = true;
    if (message.channel === "shell") return asked?.callbacks.shell?.reply?.(message);
    if (message.channel !== "iopub") return undefined;
    if (type === "status") return this.#handleStatus(message, asked);
    if (type === "comm_open") return this.#handleOpen(message);
    if (type === "comm_msg") return this.comms.get(message.content.comm_id)?.receive(message);
    if (type === "comm_close") return this.comms.get(message.content.comm_id)?.closed(message);
    return this.captures.get(parent)?.(message);
  }

  #handleStatus(message, asked) {
    const state = message.content.execution_state;
    if (DEAD.includes(state)) this.#die();
    if (state === "idle" && asked) this.#unanswered.delete(asked.id);
    asked?.callbacks.iopub?.status?.(message);
  }

  #handleOpen(message) {
    const { comm_id: id, target_name: target } = message.content;
    const open = this.targets.get(target);
    return open?.(new Comm(this, target, id), message);
  }
}
