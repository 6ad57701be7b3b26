// What people leave with. The page itself holds all of it, so a kernel that is gone takes nothing
// along, and nothing is made before somebody asks.

const LARGEST = 1_000_000; // bytes of a file of answers

export default async function render({ model, el, file }) {
  const [dom, { answers, answersIn, handout }, { save }] = await Promise.all(["dom.js", "handout.js", "saving.js"].map(file));
  const { alertLine, dress, h, leave, say, write } = dom;
  const get = (name) => model.get(name);
  const button = (name, kind, act) => {
    const press = h("button", { type: "button", className: `wk-press wk-press-${kind}` }, say(model, name));
    press.addEventListener("click", act);
    return press;
  };
  const problem = alertLine();
  const row = h("div", { className: "wk-take-home-row" },
    button("save_page", "main", () => save(page(), `${say(model, "file")}.html`, "text/html")),
    button("print", "quiet", print),
  );
  row.dataset.alone = ""; // works on without a kernel
  dress(el, "take-home");
  el.append(h("p", {}, say(model, "lead")), row);
  if (get("loads")) el.append(goingOn(), problem);

  const root = () => el.closest(".wk-exercise") ?? el.closest(".wk-session, .wk-live") ?? document.body;
  const today = () => new Date().toLocaleDateString(get("locale") || undefined, { dateStyle: "long" });

  function kept() {
    const saved = new Date().toISOString();
    return JSON.stringify({ ...get("envelope"), saved, answers: answers(root()) }, null, 1);
  }

  function page() {
    const words = { title: say(model, "title"), lead: say(model, "made", { date: today() }) };
    const whole = root();
    whole.classList.add("wk-whole"); // steps that are out of view belong to it as well
    try {
      return handout(whole, { template: get("template"), kept: kept(), ...words });
    } finally {
      whole.classList.remove("wk-whole");
    }
  }

  function print() {
    const frame = h("iframe", { className: "wk-unseen", "aria-hidden": "true", tabIndex: -1 });
    frame.addEventListener("load", () => {
      frame.contentWindow.addEventListener("afterprint", () => frame.remove());
      frame.contentWindow.print();
    });
    frame.srcdoc = page();
    document.body.append(frame);
  }

  /** Saving the answers alone, and loading them again. */
  function goingOn() {
    const chosen = h("input", { type: "file", accept: ".json,.html,application/json,text/html" });
    chosen.addEventListener("change", async () => {
      const [first] = chosen.files;
      if (!first) return;
      const small = first.size <= LARGEST;
      write(problem, small ? "" : say(model, "too_large"));
      if (small) model.send({ load: answersIn(await first.text()) });
      chosen.value = ""; // the same file can be chosen again
    });
    const keep = button("save_answers", "quiet", () => save(kept(), `${say(model, "file")}.json`, "application/json"));
    keep.dataset.alone = "";
    return h("div", { className: "wk-take-home-row" },
      keep,
      h("label", { className: "wk-press wk-press-quiet wk-file-press" }, say(model, "load"), chosen),
    );
  }

  return leave(el);
}
