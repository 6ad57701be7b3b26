// Tells the kernel whether anybody can see the page.

export default async function render({ model, el, file }) {
  const { dress, leave } = await file("dom.js");
  dress(el, "presence");
  el.hidden = true;
  const tell = () => model.send({ here: !document.hidden });
  document.addEventListener("visibilitychange", tell);
  tell();
  return leave(el, () => document.removeEventListener("visibilitychange", tell));
}
