// A text with marks that open. A note floats at full width, so it stands below its mark's own line
// and the text goes on around it.

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, uid } = await file("dom.js");
  const { look, pieces } = await file("marks.js");
  const text = h("div", { className: "wk-annotated-text", dir: "auto" });
  dress(el, "annotated");
  el.append(text);

  let opened = null; // the place where the open mark begins

  const sign = ({ sign, tint, faint }) =>
    h("span", { className: `wk-sign wk-tint-${tint || "plain"}${faint ? " wk-sign-faint" : ""}`, "aria-hidden": "true" }, sign);

  /** Keeps one of each sign: a stretch that pitches four times is still marked as pitching. */
  const distinct = (notes) => [...new Map(notes.filter((one) => one.sign).map((one) => [one.sign, one])).values()];

  function told(one, alone) {
    const { label, note, ask, press, name, words } = one;
    const box = h("div", { className: "wk-note-one" }, h("p", { className: "wk-note-label" }, sign(one), label));
    if (!alone) box.append(h("p", {}, h("q", { dir: "auto" }, words)));
    box.append(h("p", {}, note));
    if (ask) box.append(h("p", { className: "wk-note-ask" }, ask));
    if (press) {
      const button = h("button", { type: "button", className: "wk-press wk-press-quiet", "data-key": `press ${name}` }, press);
      button.addEventListener("click", () => model.send({ press: name }));
      box.append(button);
    }
    return box;
  }

  function note(group, id) {
    // A direction of its own keeps the words of the page out of the text's.
    const dir = document.documentElement.dir || "ltr";
    return h("div", { className: "wk-note", id, dir }, ...group.notes.map((one) => told(one, group.notes.length === 1)));
  }

  function marked(words, group) {
    const mark = h("mark", { className: look(group) }, h("span", { className: "wk-words" }, words), ...distinct(group.notes).map(sign));
    const labels = [...new Set(group.notes.map((one) => one.label).filter(Boolean))].join(", ");
    if (labels) mark.append(h("span", { className: "wk-unseen" }, ` (${labels})`));
    if (!group.notes.some((one) => one.note)) return [mark];
    const open = opened === group.start;
    const id = uid();
    for (const [name, value] of Object.entries({
      role: "button", tabindex: "0", "aria-expanded": String(open), "data-key": `mark ${group.start}`,
      "aria-controls": open ? id : null, "data-lm-suppress-shortcuts": "true",
    })) if (value !== null) mark.setAttribute(name, value);
    const turn = () => {
      opened = open ? null : group.start;
      draw();
    };
    mark.addEventListener("click", turn);
    mark.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      turn();
    });
    return open ? [mark, note(group, id)] : [mark];
  }

  function draw() {
    const shown = model.get("_shown");
    const key = text.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    text.replaceChildren(
      ...pieces(shown.text, shown.groups).flatMap((piece) => (piece.group ? marked(piece.text, piece.group) : [piece.text])),
    );
    const again = [...text.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
    if (again) again.focus({ preventScroll: true });
  }

  text.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || opened === null) return;
    const key = `mark ${opened}`;
    opened = null;
    draw();
    text.querySelector(`[data-key="${key}"]`)?.focus();
  });

  follow(model, ["_shown"], draw);
  return leave(el);
}
