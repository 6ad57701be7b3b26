// The sheet under a text area: a mirror of its text, set in the same type, which is as high as the
// text and can be marked. The area lies over it and is never written to.

const PATIENCE = 2000; // ms after which an answer that has not come is no longer waited for
const MOST = 3; // questions on their way at once: few enough for a slow line, more than one for a fast hand

export async function paper({ model, area, file }) {
  const { h } = await file("dom.js");
  const { carry, look, pieces } = await file("marks.js");
  const back = h("div", { className: "wk-mirror", dir: "auto", "aria-hidden": "true" });
  const sheet = h("div", { className: "wk-sheet" }, back, area);

  let drawn = { text: "", groups: [] };
  const asked = new Map(); // the questions on their way, each with its text
  let questions = 0;

  function mirror(groups = carry(drawn.groups, drawn.text, area.value)) {
    drawn = { text: area.value, groups };
    const nodes = pieces(drawn.text, groups).map(({ text, group }) => (group ? h("mark", { className: look(group) }, text) : text));
    back.replaceChildren(...nodes, "\n"); // the last line break takes no room, as in the area
  }

  function ask() {
    if (!model.get("_looks")) return;
    const now = performance.now();
    for (const [question, { at }] of asked) if (now - at > PATIENCE) asked.delete(question);
    if (asked.size >= MOST) return; // the next answer asks for what has come since
    const text = area.value;
    asked.set((questions += 1), { text, at: now });
    // What is no text has a place all the same, so that every other place stays right.
    model.send({ look: questions, text: text.replace(/[\0\p{Cs}]/gu, "\ufffd") });
  }

  model.on("msg:custom", ({ seen, groups }) => {
    if (!asked.has(seen)) return;
    const { text } = asked.get(seen);
    for (const question of [...asked.keys()]) if (question <= seen) asked.delete(question);
    mirror(carry(groups, text, area.value));
    if (!asked.size && text !== area.value) ask();
  });

  // Somebody had reason to look again: what is on its way was asked too early.
  const again = () => {
    asked.clear();
    ask();
  };
  return { sheet, mirror, marks: { ask, again } };
}
