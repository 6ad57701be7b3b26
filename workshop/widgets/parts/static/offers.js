// Buttons that change together. They are kept, so that the one that was pressed keeps its focus.

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, put, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const legend = h("legend", { className: "wk-legend" });
  const list = h("div", { className: "wk-offers-list" });
  dress(el, "offers");
  el.append(h("fieldset", { className: "wk-fieldset" }, legend, list));

  let pressed = false;
  function choose(at) {
    if (pressed) return;
    pressed = true; // two within one frame are one
    requestAnimationFrame(() => (pressed = false));
    model.send({ chosen: get("offers")[at].value });
  }

  function offer(at) {
    const id = uid();
    const button = h("button", { type: "button", className: "wk-press wk-press-quiet" });
    const hint = h("p", { className: "wk-help", id });
    button.addEventListener("click", () => choose(at));
    const paint = () => {
      const shown = get("offers")[at];
      write(button, shown.label);
      write(hint, shown.hint);
      put(button, "aria-describedby", shown.hint ? id : null);
    };
    return { line: h("div", { className: "wk-press-line" }, button, hint), paint };
  }

  let lines = [];
  follow(model, ["offers"], () => {
    if (lines.length !== get("offers").length) {
      lines = get("offers").map((_, at) => offer(at));
      list.replaceChildren(...lines.map(({ line }) => line));
    }
    for (const { paint } of lines) paint();
  });
  follow(model, ["label"], () => write(legend, get("label")));
  return leave(el);
}
