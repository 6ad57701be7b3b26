// Keeps a value in the browser's own storage. Where there is none (a private window, a full disk),
// the page works as before and only forgets.

const SHELF = "right-conversation/1/"; // the number goes up when what is kept changes its shape

export default async function render({ model, el, file }) {
  const { leave } = await file("dom.js");
  const place = SHELF + model.get("name");
  el.hidden = true;

  function attempt(step) {
    try {
      return step();
    } catch (problem) {
      console.info("The browser keeps nothing here:", problem.message);
      return null;
    }
  }

  const found = attempt(() => JSON.parse(localStorage.getItem(place)));
  if (found) model.send({ recalled: found });

  const keep = () =>
    attempt(() => {
      const kept = model.get("kept");
      if (Object.keys(kept).length) localStorage.setItem(place, JSON.stringify(kept));
      else localStorage.removeItem(place);
    });
  model.on("change:kept", keep);
  return leave(el, () => model.off("change:kept", keep));
}
