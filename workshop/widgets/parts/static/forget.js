// Forgets everything that these pages keep in this browser, after asking once.

export default async function render({ model, el, file }) {
  const [{ dress, h, leave, say, uid, write }, shelf] = await Promise.all(["dom.js", "shelf.js"].map(file));
  const sureId = uid();
  const press = (name, kind, act, ...rest) => {
    const button = h("button", { type: "button", className: `wk-press wk-press-${kind}`, ...rest[0] }, say(model, name));
    button.addEventListener("click", act);
    return button;
  };
  const where = h("p", { className: "wk-forget-where" }, say(model, "where"));
  const open = press("forget", "quiet", () => ask(true));
  const sure = h("p", { id: sureId }, say(model, "sure"));
  const yes = press("yes", "main", forget, { "aria-describedby": sureId });
  const no = press("no", "quiet", () => ask(false));
  const question = h("div", { className: "wk-forget-question", role: "group", "aria-labelledby": sureId, hidden: true }, sure, yes, no);
  const done = h("p", { role: "status" });
  dress(el, "forget");
  el.append(where, open, question, done);

  function ask(asking) {
    question.hidden = !asking;
    open.hidden = asking;
    write(done, "");
    (asking ? no : open).focus();
  }

  function forget() {
    shelf.forget();
    model.send({ forgotten: true });
    ask(false);
    write(done, say(model, "forgotten"));
  }

  question.addEventListener("keydown", (event) => event.key === "Escape" && ask(false));
  return leave(el);
}
