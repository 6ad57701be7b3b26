// A table of number fields. While somebody types, the field is theirs; afterwards it shows what the
// kernel holds.

export default async function render({ model, el, file }) {
  const [dom, { figureField }] = await Promise.all(["dom.js", "figures.js"].map(file));
  const { alertLine, dress, figure, follow, h, leave, say, uid, write } = dom;
  const get = (name) => model.get(name);
  const caption = h("caption", { className: "wk-label" });
  const head = h("thead");
  const body = h("tbody");
  const alertId = uid();
  const problem = alertLine(alertId);
  dress(el, "grid");
  el.append(h("table", { className: "wk-cells" }, caption, head, body), problem);

  const fields = new Map(); // "row/column" to its field
  const held = (row, column) => get("values")[row]?.[column] ?? null;

  function cell(row, column, names) {
    const named = { "aria-labelledby": names, "aria-describedby": alertId, "aria-valuemin": "0", "aria-valuemax": String(row.max) };
    const tell = (value) => model.send({ cell: [row.key, column.key], value });
    const fits = (value) => value >= 0 && value <= row.max;
    const made = figureField(dom, named, {
      empty: true,
      fits,
      exact: (value) => Number.isInteger(value / row.step),
      now: () => ({ value: held(row.key, column.key) }),
      take: tell,
      back: ({ value }) => value !== held(row.key, column.key) && tell(value),
      step: (way) => {
        const next = (held(row.key, column.key) ?? 0) + way * row.step;
        if (fits(next)) tell(next);
      },
      refuse: (why) => write(problem, why ? say(model, why, { low: figure(0), high: figure(row.max) }) : ""),
    });
    fields.set(`${row.key}/${column.key}`, made);
    return h("td", { className: column.tint ? `wk-tint-${column.tint}` : "" }, made.field);
  }

  function line(row, columns) {
    const id = uid();
    const help = row.help ? h("span", { className: "wk-help" }, row.help) : null;
    const name = h("span", { id, className: "wk-cell-name" }, row.label);
    return h("tr", {}, h("th", { scope: "row" }, name, help), ...columns.map(({ id: over, column }) => cell(row, column, `${id} ${over}`)));
  }

  function show() {
    for (const [place, cell] of fields) cell.show(held(...place.split("/")));
  }

  follow(model, ["rows", "columns"], () => {
    fields.clear();
    const columns = get("columns").map((column) => ({ id: uid(), column }));
    const names = columns.map(({ id, column }) =>
      h("th", { scope: "col", id, className: column.tint ? `wk-tint-${column.tint}` : "" }, column.label));
    head.replaceChildren(h("tr", {}, h("td"), ...names));
    body.replaceChildren(...get("rows").map((row) => line(row, columns)));
    show();
  });
  follow(model, ["label"], () => {
    write(caption, get("label"));
    for (const { release } of fields.values()) release(); // what was refused was for another table
  });
  model.on("change:values", show);
  model.on("change:problem", () => write(problem, get("problem")));
  return leave(el);
}
