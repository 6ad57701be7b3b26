// Saves a file that the kernel makes when the button is pressed; nothing of it goes elsewhere.

const KEPT = 60_000; // ms; some phones read the file late

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave } = await file("dom.js");
  const get = (name) => model.get(name);
  const words = h("span");
  const button = h("button", { type: "button", className: "wk-press wk-press-quiet" }, words);
  dress(el, "press-line");
  el.append(button);

  let pressed = false;
  button.addEventListener("click", () => {
    pressed = true;
    model.send({ save: true });
  });

  function save(message, buffers) {
    if (!message.saved || !pressed) return;
    pressed = false;
    const href = URL.createObjectURL(new Blob(buffers, { type: get("type") }));
    const link = h("a", { href, download: get("name"), hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(href), KEPT);
  }

  model.on("msg:custom", save);
  follow(model, ["label"], () => {
    words.textContent = get("label");
  });
  return leave(el, () => model.off("msg:custom", save));
}
