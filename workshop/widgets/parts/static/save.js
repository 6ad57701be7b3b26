// Saves a file that the kernel makes when the button is pressed; nothing of it goes elsewhere.

export default async function render({ model, el, file }) {
  const [dom, { save }] = await Promise.all(["dom.js", "saving.js"].map(file));
  const { dress, follow, h, leave } = dom;
  const get = (name) => model.get(name);
  const words = h("span");
  const button = h("button", { type: "button", className: "wk-press wk-press-quiet" }, words);
  dress(el, "press-line");
  el.dataset.alone = ""; // works on without a kernel
  el.append(button);

  let pressed = false;
  button.addEventListener("click", () => {
    pressed = true;
    model.send({ save: true });
  });

  function arrived(message, [data]) {
    if (!message.saved || !pressed) return;
    pressed = false;
    save(data, get("name"), get("type"));
  }

  model.on("msg:custom", arrived);
  follow(model, ["label"], () => {
    words.textContent = get("label");
  });
  return leave(el, () => model.off("msg:custom", arrived));
}
