// A text area whose text belongs to the writer: the kernel hears it, and changes it only by a new
// revision. A mirror below gives it its height and carries the marks; the letters stay untouched.

const PAUSE = 150; // ms without a key before the kernel hears of it
const NEARLY = 0.9; // the share of the limit from which the counter warns

export default async function render({ model, el, file }) {
  const { alertLine, dress, figure, follow, h, leave, put, say, uid, write } = await file("dom.js");
  const { paper } = await file("paper.js");
  const get = (name) => model.get(name);
  const [id, helpId, countId] = [uid(), uid(), uid()];
  const label = h("label", { className: "wk-label", htmlFor: id });
  const help = h("p", { className: "wk-help", id: helpId });
  const area = h("textarea", { id, dir: "auto", className: "wk-text", "aria-describedby": `${helpId} ${countId}` });
  const { marks, mirror, sheet } = await paper({ model, area, file });
  const problem = alertLine();
  const count = h("p", { className: "wk-count", id: countId });
  dress(el, "draft");
  el.append(label, help, sheet, h("div", { className: "wk-draft-foot" }, problem, count));

  let timer;
  let unsent = false;

  function measure() {
    const [length, limit] = [area.value.length, get("limit")];
    write(count, say(model, "count", { count: figure(length), limit: figure(limit) }));
    count.classList.toggle("wk-nearly", length >= NEARLY * limit);
    mirror();
  }

  function flush() {
    clearTimeout(timer);
    if (!unsent) return;
    unsent = false;
    // Halves of surrogate pairs and NUL are no text; the kernel would have to cut them out.
    const typed = area.value.replace(/[\0\p{Cs}]/gu, "");
    model.set("value", typed); // for another view of the same draft; the message below is what counts
    model.send({ typed, revision: get("_revision") });
  }

  const cut = () => write(problem, say(model, "cut", { limit: figure(get("limit")) }));

  // What is pasted comes in whole or not at all: a text without its end is nobody's text.
  function turnAway(event, length, room) {
    event.preventDefault();
    write(problem, say(model, "refused", { count: figure(length), room: figure(Math.max(0, room)) }));
  }

  // A letter too many the browser itself leaves out, by maxlength; it only says nothing.
  area.addEventListener("beforeinput", (event) => {
    const added = (event.data ?? event.dataTransfer?.getData("text/plain") ?? "").replace(/\r\n/g, "\n");
    const room = get("limit") - area.value.length + area.selectionEnd - area.selectionStart;
    if (added.length <= room || !added) write(problem, "");
    else if (/^insertFrom(Paste|Drop)/.test(event.inputType)) turnAway(event, added.length, room);
    else cut();
  });
  area.addEventListener("input", () => {
    unsent = true;
    measure();
    marks.ask();
    clearTimeout(timer);
    timer = setTimeout(flush, PAUSE);
  });
  area.addEventListener("blur", flush);
  const leaving = () => document.visibilityState === "hidden" && flush();
  document.addEventListener("visibilitychange", leaving);

  function renew() {
    clearTimeout(timer);
    unsent = false;
    area.value = get("value");
    measure();
    marks.again();
  }

  follow(model, ["label", "help", "placeholder", "rows", "limit", "disabled"], () => {
    label.textContent = get("label");
    write(help, get("help"));
    put(area, "placeholder", get("placeholder"));
    Object.assign(area, { rows: get("rows"), maxLength: get("limit"), readOnly: get("disabled") });
    sheet.style.setProperty("--wk-rows", get("rows"));
    put(area, "aria-disabled", get("disabled") ? "true" : null);
    measure();
  });
  follow(model, ["_revision"], renew);
  model.on("change:_looks", marks.again);
  model.on("change:problem", () => write(problem, get("problem")));
  return leave(el, () => {
    flush();
    document.removeEventListener("visibilitychange", leaving);
  });
}
