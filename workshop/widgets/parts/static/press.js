// A button. Disabled ones keep their focus, so that the reason can be read.

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, put, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const hintId = uid();
  const words = h("span");
  const button = h("button", { type: "button" }, words);
  const hint = h("p", { className: "wk-help", id: hintId });
  dress(el, "press-line");
  el.append(button, hint);

  let pressed = false;
  button.addEventListener("click", () => {
    if (pressed || get("disabled")) return;
    pressed = true; // two within one frame are one
    requestAnimationFrame(() => (pressed = false));
    model.send({ press: true });
  });

  follow(model, ["label", "kind", "hint", "disabled", "expanded"], () => {
    words.textContent = get("label");
    button.className = `wk-press wk-press-${get("kind")}`;
    put(button, "aria-disabled", get("disabled") ? "true" : null);
    put(button, "aria-expanded", get("expanded") === null ? null : String(get("expanded")));
    put(button, "aria-describedby", get("hint") ? hintId : null);
    write(hint, get("hint"));
  });
  return leave(el);
}
