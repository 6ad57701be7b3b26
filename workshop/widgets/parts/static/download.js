// A file that the page already holds: it is fetched when things have come to rest, not when pressed.

const REST = 600; // ms without a change until the file is asked for
const PATIENCE = 5000; // ms that a press waits for a file that is still being made
const MORE_PATIENCE = 30000; // for one of bytes, which needs a library that nobody has used yet

const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

export default async function render({ model, el, file }) {
  const [dom, { save }] = await Promise.all(["dom.js", "saving.js"].map(file));
  const { alertLine, dress, follow, h, leave, put, say, uid, write } = dom;
  const get = (name) => model.get(name);
  const helpId = uid();
  const words = h("span");
  const button = h("button", { type: "button", className: "wk-press wk-press-main", "aria-describedby": helpId }, words);
  const help = h("p", { className: "wk-help", id: helpId });
  const problem = alertLine();
  dress(el, "press-line");
  el.dataset.alone = ""; // works on without a kernel
  el.append(button, help, problem);

  let held = null; // {text, edition}
  let pressed = false;
  let [resting, waiting] = [0, 0];

  const current = () => held?.edition === get("_edition");
  const ask = () => model.send({ make_in: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "" });

  function keep() {
    clearTimeout(resting);
    if (get("wanted") && !current()) resting = setTimeout(ask, REST);
  }

  function give() {
    clearTimeout(waiting);
    pressed = false;
    write(problem, "");
    save(get("binary") ? bytes(held.text) : held.text, get("name"), get("type"));
  }

  // The last file is better than none; without any, the page says so.
  const giveUp = () => {
    pressed = false;
    if (held) give();
    else write(problem, say(model, "not_made"));
  };

  button.addEventListener("click", () => {
    if (pressed) return;
    if (current()) return give();
    pressed = true;
    ask();
    waiting = setTimeout(giveUp, get("binary") ? MORE_PATIENCE : PATIENCE);
  });
  const arrived = ({ made, edition }) => {
    if (made === undefined) return;
    held = { text: made, edition };
    put(el, "data-held", edition);
    if (pressed && current()) give();
  };
  model.on("msg:custom", arrived);
  follow(model, ["wanted", "_edition"], keep);
  follow(model, ["label", "help"], () => {
    words.textContent = get("label");
    write(help, get("help"));
  });
  return leave(el, () => {
    clearTimeout(resting);
    clearTimeout(waiting);
    model.off("msg:custom", arrived);
  });
}
