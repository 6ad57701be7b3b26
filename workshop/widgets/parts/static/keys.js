// Keys that press what is on the page, as long as nobody is typing and the switch is on.

const TYPING = "input, textarea, select, [contenteditable]";

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, send, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const box = h("input", { type: "checkbox", role: "switch", className: "wk-switch" });
  const label = h("span", { className: "wk-label" });
  const list = h("dl", { className: "wk-key-list" });
  dress(el, "keys");
  el.append(h("label", { className: "wk-toggle-line" }, box, label), list);

  const strike = (event) => {
    const typing = event.target.closest?.(TYPING) && event.target !== box;
    if (!get("value") || typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (!(event.key in get("names"))) return;
    event.preventDefault();
    model.send({ key: event.key });
  };
  document.addEventListener("keydown", strike);
  box.addEventListener("change", () => send(model, { value: box.checked }));

  follow(model, ["label", "value", "names"], () => {
    write(label, get("label"));
    box.checked = get("value");
    list.replaceChildren(
      ...Object.entries(get("names")).map(([key, name]) =>
        h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, name))),
    );
    list.hidden = !get("value");
  });
  return leave(el, () => document.removeEventListener("keydown", strike));
}
