// The rows of a picture as a table, for those who cannot see it or want the figures.

/** Returns the table behind its button; it is filled only while it is open. */
export function table(model, { figure, follow, h, say, write }) {
  const caption = h("caption");
  const head = h("thead");
  const body = h("tbody");
  const summary = h("summary", { className: "wk-summary" });
  const scroller = h("div", { className: "wk-scroller" }, h("table", { className: "wk-table" }, caption, head, body));
  const details = h("details", { className: "wk-numbers" }, summary, scroller);

  const text = (cell) => (typeof cell === "number" ? figure(Math.round(cell * 100) / 100) : String(cell ?? ""));
  const line = (row, columns) =>
    h("tr", {}, ...columns.map(([field], at) => h(at ? "td" : "th", at ? {} : { scope: "row" }, text(row[field]))));

  function fill() {
    if (!details.open) return;
    const columns = model.get("columns");
    caption.textContent = model.get("label");
    head.replaceChildren(h("tr", {}, ...columns.map(([, heading]) => h("th", { scope: "col" }, heading))));
    body.replaceChildren(...model.get("rows").map((row) => line(row, columns)));
  }

  details.addEventListener("toggle", fill);
  follow(model, ["columns", "words"], () => {
    write(summary, say(model, "table"));
    details.hidden = model.get("columns").length === 0;
  });
  follow(model, ["rows", "label", "columns"], fill);
  return details;
}
