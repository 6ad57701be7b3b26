// A WebSocket that comes back: after a break it tries again, sooner at first, and not in step with
// the other 199 people in the room.

const FIRST_WAIT = 500; // ms
const LONGEST_WAIT = 15_000;

export class Socket {
  #address;
  #protocol;
  #on;
  #web = null;
  #tries = 0;
  #timer;
  #ended = false;

  /**
   * `on` has `open`, `close`, `data` and `gone`: the last asks, and answers with a promise, whether
   * what the socket leads to is no longer there.
   */
  constructor(address, protocol, on) {
    this.#address = address;
    this.#protocol = protocol;
    this.#on = on;
    addEventListener("online", this.hurry);
    document.addEventListener("visibilitychange", this.hurry);
    this.#open();
  }

  send(frame) {
    this.#web.send(frame);
  }

  end() {
    this.#ended = true;
    clearTimeout(this.#timer);
    removeEventListener("online", this.hurry);
    document.removeEventListener("visibilitychange", this.hurry);
    this.#web.close();
  }

  /** Tries at once: the phone was unlocked, or has found its network again. */
  hurry = () => {
    if (this.#timer && !document.hidden) this.#open();
  };

  #open() {
    clearTimeout(this.#timer);
    this.#timer = null;
    const web = new WebSocket(this.#address, this.#protocol);
    web.binaryType = "arraybuffer";
    web.onopen = () => {
      this.#tries = 0;
      this.#on.open();
    };
    web.onmessage = ({ data }) => this.#on.data(data);
    web.onclose = () => this.#closed();
    this.#web = web;
  }

  async #closed() {
    if (this.#ended) return;
    this.#on.close();
    // A browser does not tell why a socket was refused, so this asks.
    if (await this.#on.gone()) {
      this.end();
      return;
    }
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries++);
    if (!this.#ended) this.#timer = setTimeout(() => this.#open(), wait * (0.5 + Math.random()));
  }
}
