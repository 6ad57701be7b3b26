// A checkbox that says it is a switch.

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, send, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const helpId = uid();
  const box = h("input", { type: "checkbox", role: "switch", className: "wk-switch", "aria-describedby": helpId });
  const label = h("span", { className: "wk-label" });
  const help = h("p", { className: "wk-help", id: helpId });
  dress(el, "toggle");
  el.append(h("label", { className: "wk-toggle-line" }, box, label), help);

  box.addEventListener("change", () => send(model, { value: box.checked }));
  follow(model, ["label", "value", "help", "disabled"], () => {
    label.textContent = get("label");
    write(help, get("help"));
    Object.assign(box, { checked: get("value"), disabled: get("disabled") });
  });
  return leave(el);
}
