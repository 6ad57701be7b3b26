// Sentences from Python. Live ones are said once they have come to rest, by a twin nobody sees.

const REST = 400; // ms without a change before it is said
const FORGET = 4000; // ms until the twin is emptied, so that nobody reads everything twice

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave } = await file("dom.js");
  const get = (name) => model.get(name);
  const text = h(get("tag"), { className: "wk-prose-text" });
  const twin = h("div", { role: "status", className: "wk-unseen" });
  dress(el, "prose");
  el.append(text);
  if (get("live")) el.append(twin);

  let timer;
  const speak = () => {
    twin.textContent = text.textContent;
    timer = setTimeout(() => (twin.textContent = ""), FORGET);
  };
  follow(model, ["html"], () => {
    text.innerHTML = get("html");
  });
  model.on("change:html", () => {
    clearTimeout(timer);
    if (get("live")) timer = setTimeout(speak, REST);
  });
  // A step that has only just been shown is laid out by the second frame.
  model.on("msg:custom", ({ focus }) => {
    if (!focus) return;
    text.tabIndex = -1;
    requestAnimationFrame(() => requestAnimationFrame(() => text.focus()));
  });
  return leave(el, () => clearTimeout(timer));
}
