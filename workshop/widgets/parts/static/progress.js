// How far one is along the page. Those who listen hear it once it has come to rest, and only then.

const REST = 1500; // ms until a change is said, so that it never talks over what was just done
const FORGET = 4000; // ms until the twin is emptied, so that nobody reads everything twice
const AGAIN = 100; // ms: what stands further down the page may still be on its way
const TRIES = 100;

export default async function render({ model, el, file }) {
  const { dress, figure, follow, h, leave, put, say, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const count = h("p", { className: "wk-progress-count" });
  const list = h("ol", { className: "wk-progress-steps" });
  const nav = h("nav", {}, count, list);
  const twin = h("div", { role: "status", className: "wk-unseen" });
  dress(el, "progress");
  el.append(nav, twin);

  const targets = () => [...document.querySelectorAll(get("target"))];
  let here = -1;
  let timer;

  function step({ label }, at) {
    const name = h("span", { className: "wk-unseen" });
    const link = h("a", { href: "#", title: label, className: "wk-progress-step" }, h("span", { "aria-hidden": "true" }, figure(at + 1)), name);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      lead(at);
    });
    return h("li", {}, link);
  }

  function lead(at, left = TRIES) {
    const target = targets()[at];
    const heading = target?.querySelector("h2");
    target?.scrollIntoView();
    if (heading) {
      put(heading, "tabindex", "-1");
      heading.focus({ preventScroll: true });
    } else if (left) {
      setTimeout(lead, AGAIN, at, left - 1);
    }
  }

  function paint() {
    get("steps").forEach(({ label, done }, at) => {
      const link = list.children[at].firstChild;
      const told = say(model, done ? "step_done" : "step_open", { number: figure(at + 1), step: label });
      write(link.lastChild, told);
      link.classList.toggle("wk-progress-done", done);
      put(link, "aria-current", at === here ? "step" : null);
    });
  }

  // The step that the middle of the window is in.
  const watcher = new IntersectionObserver(
    () => {
      const middle = innerHeight / 2;
      const found = targets().findLastIndex((target) => target.getBoundingClientRect().top <= middle);
      if (found !== here) {
        here = found;
        paint();
      }
    },
    { rootMargin: "-50% 0px -50% 0px" },
  );

  let before = null;
  follow(model, ["steps"], () => {
    const steps = get("steps");
    if (list.children.length !== steps.length) list.replaceChildren(...steps.map(step));
    paint();
    const done = steps.filter((each) => each.done).length;
    const told = say(model, "progress", { done: figure(done), count: figure(steps.length) });
    write(count, told);
    clearTimeout(timer);
    if (before !== null && before !== done) {
      timer = setTimeout(() => {
        twin.textContent = told;
        timer = setTimeout(() => (twin.textContent = ""), FORGET);
      }, REST);
    }
    before = done;
  });
  put(nav, "aria-label", say(model, "progress_name"));

  // The steps may be drawn after this line; once all are there, nobody looks any longer.
  const arrivals = new MutationObserver(attend);
  function attend() {
    const found = targets();
    found.forEach((target) => watcher.observe(target));
    if (found.length >= get("steps").length) arrivals.disconnect();
  }
  arrivals.observe(document.body, { childList: true, subtree: true });
  attend();
  return leave(el, () => {
    clearTimeout(timer);
    watcher.disconnect();
    arrivals.disconnect();
  });
}
