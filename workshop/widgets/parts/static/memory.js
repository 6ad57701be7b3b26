// Keeps a value in the browser's own storage, and follows another page that keeps the same one.

const CALM = 250; // ms without a word from the other page before this one follows it

let told = false; // that nothing can be kept is said once a page

export default async function render({ model, el, file }) {
  const [{ alertLine, dress, leave, say, write }, shelf] = await Promise.all(["dom.js", "shelf.js"].map(file));
  const get = (name) => model.get(name);
  const shelved = get("place") ? `${get("name")}@${get("place")}` : get("name");
  const problem = alertLine();
  dress(el, "memory");
  el.append(problem);
  el.hidden = true;
  el.workshopKept = () => [get("name"), get("kept")];

  function complain() {
    if (told) return;
    told = true;
    el.hidden = false;
    write(problem, say(model, "unkept"));
  }

  shelf.test(complain);
  const found = shelf.recall(shelved);
  if (found) model.send({ recalled: found });

  // What the kernel makes of another page's value is that page's to keep: writing it here too would
  // make the two chase each other.
  let heard = null;
  let timer;
  const keep = () => {
    if (JSON.stringify(get("kept")) !== heard) {
      heard = null;
      shelf.keep(shelved, get("kept"), complain);
    }
  };
  const deaf = shelf.listen(shelved, (value) => {
    heard = JSON.stringify(value);
    clearTimeout(timer);
    timer = setTimeout(() => model.send({ elsewhere: value }), CALM);
  });
  model.on("change:kept", keep);
  return leave(el, () => {
    clearTimeout(timer);
    deaf();
    model.off("change:kept", keep);
  });
}
