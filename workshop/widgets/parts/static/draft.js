// A text area whose text belongs to the writer: the kernel hears it, and changes it only by a new
// revision.

const PAUSE = 150; // ms without a key before the kernel hears of it
const NEARLY = 0.9; // the share of the limit from which the counter warns

export default async function render({ model, el, file }) {
  const { alertLine, dress, figure, follow, h, leave, put, say, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const [id, helpId, countId] = [uid(), uid(), uid()];
  const label = h("label", { className: "wk-label", htmlFor: id });
  const help = h("p", { className: "wk-help", id: helpId });
  const area = h("textarea", { id, dir: "auto", className: "wk-text", "aria-describedby": `${helpId} ${countId}` });
  const problem = alertLine();
  const count = h("p", { className: "wk-count", id: countId });
  dress(el, "draft");
  el.append(label, help, area, h("div", { className: "wk-draft-foot" }, problem, count));

  let timer;
  let unsent = false;

  function measure() {
    const [length, limit] = [area.value.length, get("limit")];
    write(count, say(model, "count", { count: figure(length), limit: figure(limit) }));
    count.classList.toggle("wk-nearly", length >= NEARLY * limit);
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`;
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

  // The browser itself cuts at maxlength, at the caret and without moving it; it only says nothing.
  area.addEventListener("beforeinput", (event) => {
    const added = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    const replaced = area.selectionEnd - area.selectionStart;
    const over = area.value.length - replaced + added.replace(/\r\n/g, "\n").length > get("limit");
    if (over && added) cut();
    else write(problem, "");
  });
  area.addEventListener("input", () => {
    unsent = true;
    measure();
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
  }

  follow(model, ["label", "help", "placeholder", "rows", "limit", "disabled"], () => {
    label.textContent = get("label");
    write(help, get("help"));
    put(area, "placeholder", get("placeholder"));
    Object.assign(area, { rows: get("rows"), maxLength: get("limit"), readOnly: get("disabled") });
    area.style.setProperty("--wk-rows", get("rows"));
    put(area, "aria-disabled", get("disabled") ? "true" : null);
    measure();
  });
  follow(model, ["_revision"], renew);
  model.on("change:problem", () => write(problem, get("problem")));
  return leave(el, () => {
    flush();
    document.removeEventListener("visibilitychange", leaving);
  });
}
