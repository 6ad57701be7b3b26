// A week's blocks. The kernel decides about every change; rows are kept, so that what is open stays
// open and focus is not lost.

const two = (number) => String(number).padStart(2, "0");
const clock = (minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const minutesOf = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

export default async function render({ model, el, file }) {
  const { alertLine, dress, follow, h, leave, put, say, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const list = h("ol", { className: "wk-blocks-list" });
  const problem = alertLine();
  dress(el, "blocks");
  el.append(list, problem);

  const option = (value, label) => h("option", { value }, label);
  const field = (name, control) => h("label", { className: "wk-blocks-field" }, h("span", {}, say(model, name)), control);
  const button = (onclick) => {
    const press = h("button", { type: "button", className: "wk-press wk-press-quiet" });
    press.addEventListener("click", onclick);
    return press;
  };

  function row(block) {
    const ask = (name, value) => model.send({ block, field: name, value });
    const [whenId, labelId] = [uid(), uid()];
    const when = h("span", { className: "wk-blocks-when", id: whenId });
    const label = h("strong", { className: "wk-blocks-label", id: labelId });
    const out = h("span", { className: "wk-chip" });
    const text = h("p", { className: "wk-blocks-text" });
    const day = h("select", { className: "wk-field" });
    const start = h("input", { type: "time", className: "wk-field" });
    const length = h("select", { className: "wk-field" });
    const now = () => get("blocks")[block];
    const swap = button(() => ask("turn", now().turn + 1));
    const leaveOut = button(() => ask("out", !now().out));
    day.addEventListener("change", () => ask("day", Number(day.value)));
    length.addEventListener("change", () => ask("minutes", Number(length.value)));
    start.addEventListener("change", () => start.value && ask("start", minutesOf(start.value)));
    const summary = h("summary", { className: "wk-summary", "aria-describedby": `${labelId} ${whenId}` }, say(model, "change"));
    const controls = h("div", { className: "wk-blocks-controls" },
      field("day", day), field("start", start), field("length", length), swap, leaveOut);
    const head = h("div", { className: "wk-blocks-head" }, label, when, out);
    const item = h("li", { className: "wk-blocks-item" }, head, text, h("details", {}, summary, controls));

    function paint() {
      const shown = now();
      item.className = `wk-blocks-item wk-tint-${shown.tint || "none"}`;
      item.classList.toggle("wk-blocks-out", shown.out);
      write(when, shown.when);
      write(label, shown.label);
      write(text, shown.text);
      write(out, shown.out ? say(model, "left_out") : "");
      write(swap, say(model, "swap"));
      write(leaveOut, say(model, shown.out ? "take_back" : "leave_out"));
      if (day.children.length === 0) day.append(...get("days").map((name, at) => option(at, name)));
      const lengths = [...new Set([...get("lengths"), shown.minutes])].sort((a, b) => a - b);
      length.replaceChildren(...lengths.map((minutes) => option(minutes, minutes)));
      Object.assign(day, { value: shown.day });
      Object.assign(length, { value: shown.minutes });
      start.value = clock(shown.start);
    }
    return { item, paint };
  }

  let rows = [];
  follow(model, ["blocks", "days", "lengths"], () => {
    if (rows.length !== get("blocks").length) {
      rows = get("blocks").map((_, block) => row(block));
      list.replaceChildren(...rows.map(({ item }) => item));
    }
    for (const { paint } of rows) paint();
    sort();
  });

  // A block that was moved takes its place in the week, and keeps the focus that it had.
  function sort() {
    const place = (at) => get("blocks")[at].day * 1440 + get("blocks")[at].start;
    const order = rows.map((_, at) => at).sort((a, b) => place(a) - place(b));
    const items = order.map((at) => rows[at].item);
    if (items.every((item, at) => item === list.children[at])) return;
    const focused = document.activeElement;
    list.append(...items);
    if (list.contains(focused)) focused.focus();
  }

  // A change that was refused must not stay in its field.
  const refused = () => {
    write(problem, get("problem"));
    if (get("problem")) for (const { paint } of rows) paint();
  };
  follow(model, ["label"], () => put(list, "aria-label", get("label")));
  model.on("change:problem", refused);
  return leave(el);
}
