// Native radios: the browser brings arrow keys, one tab stop and the right names.

export default async function render({ model, el, file }) {
  const { alertLine, dress, follow, h, leave, put, send, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const [name, helpId] = [uid(), uid()];
  const legend = h("legend", { className: "wk-label" });
  const help = h("p", { className: "wk-help", id: helpId });
  const list = h("div", { className: "wk-options" });
  const problem = alertLine();
  const group = h("fieldset", { className: "wk-fieldset", "aria-describedby": helpId }, legend, help, list);
  dress(el, "choice");
  el.append(group, problem);

  const check = () => {
    get("options").forEach(({ value }, at) => {
      list.querySelectorAll("input")[at].checked = value === get("value");
    });
  };

  function option({ value, label, hint }) {
    const radio = h("input", { type: "radio", name, className: "wk-radio" });
    radio.addEventListener("change", () => send(model, { value }));
    const words = h("span", { className: "wk-option-label" }, label);
    const face = h("span", { className: "wk-option-face" }, words);
    if (hint) {
      const id = uid();
      const labelId = uid();
      words.id = labelId;
      face.append(h("span", { className: "wk-option-hint", id }, hint));
      put(radio, "aria-labelledby", labelId);
      put(radio, "aria-describedby", id);
    }
    return h("label", { className: "wk-option" }, radio, face);
  }

  follow(model, ["options"], () => {
    list.replaceChildren(...get("options").map(option));
    check();
  });
  follow(model, ["label", "help", "flow", "disabled"], () => {
    legend.textContent = get("label");
    write(help, get("help"));
    list.className = `wk-options wk-options-${get("flow")}`;
    group.disabled = get("disabled");
  });
  model.on("change:value", check);
  model.on("change:problem", () => write(problem, get("problem")));
  return leave(el);
}
