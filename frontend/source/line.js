// A line of pieces of work that can wait: each has its turn when the page has nothing better to do, so
// that no key and no picture waits for more than one of them.

const idle = () =>
  new Promise((go) => {
    if (globalThis.scheduler?.postTask) scheduler.postTask(go, { priority: "background" });
    else setTimeout(go);
  });

export class Line {
  #last;

  /** Nobody has a turn before `start` is settled. */
  constructor(start) {
    this.#last = start;
  }

  /** Promises the next turn. */
  turn() {
    return (this.#last = this.#last.then(idle));
  }
}
