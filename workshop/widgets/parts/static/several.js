// Native checkboxes in a row of segments.

const SHORT = 4; // letters; labels as short as names of days can all stand in one row

export default async function render({ model, el, file }) {
  const { alertLine, dress, follow, h, leave, put, send, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const helpId = uid();
  const legend = h("legend", { className: "wk-label" });
  const help = h("p", { className: "wk-help", id: helpId });
  const list = h("div", { className: "wk-options wk-options-row" });
  const problem = alertLine();
  dress(el, "several");
  el.append(h("fieldset", { className: "wk-fieldset", "aria-describedby": helpId }, legend, help, list), problem);

  const boxes = () => [...list.querySelectorAll("input")];
  const ticked = () => get("options").filter((_, at) => boxes()[at].checked);
  const check = () => {
    get("options").forEach(({ value }, at) => {
      boxes()[at].checked = get("value").includes(value);
    });
  };

  function option({ label, name }) {
    const box = h("input", { type: "checkbox", className: "wk-radio" });
    put(box, "aria-label", name);
    box.addEventListener("change", () => send(model, { value: ticked().map(({ value }) => value) }));
    const words = h("span", { className: "wk-option-label" }, label);
    return h("label", { className: "wk-option" }, box, h("span", { className: "wk-option-face" }, words));
  }

  follow(model, ["options"], () => {
    list.replaceChildren(...get("options").map(option));
    list.classList.toggle("wk-options-short", get("options").every(({ label }) => label.length <= SHORT));
    check();
  });
  follow(model, ["label", "help"], () => {
    legend.textContent = get("label");
    write(help, get("help"));
  });
  model.on("change:value", check);
  model.on("change:problem", () => write(problem, get("problem")));
  return leave(el);
}
