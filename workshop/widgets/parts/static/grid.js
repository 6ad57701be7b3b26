// A table of number fields. While somebody types, the field is theirs; afterwards it shows what the
// kernel holds.

export default async function render({ model, el, file }) {
  const { alertLine, dress, figure, follow, h, leave, put, say, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const caption = h("caption", { className: "wk-label" });
  const head = h("thead");
  const body = h("tbody");
  const alertId = uid();
  const problem = alertLine(alertId);
  dress(el, "grid");
  el.append(h("table", { className: "wk-cells" }, caption, head, body), problem);

  const fields = new Map(); // "row/column" to its field

  function complain(field, text) {
    write(problem, text);
    put(field, "aria-invalid", text ? "true" : null);
  }

  function cell(row, column, names) {
    const field = h("input", {
      type: "number",
      inputMode: "decimal",
      className: "wk-number",
      min: "0",
      max: String(row.max),
      step: String(row.step),
      "aria-labelledby": names,
      "aria-describedby": alertId,
    });
    const fits = () => !field.validity.badInput && !(field.valueAsNumber < 0) && !(field.valueAsNumber > row.max);
    const tell = () => model.send({ cell: [row.key, column.key], value: field.value === "" ? null : field.valueAsNumber });
    field.addEventListener("input", () => {
      // Half a figure may lie outside: wait with the verdict until it is finished.
      if (fits()) {
        complain(field, "");
        tell();
      }
    });
    field.addEventListener("change", () => {
      complain(field, fits() ? "" : say(model, "between", { low: figure(0), high: figure(row.max) }));
    });
    field.addEventListener("blur", () => field.validity.badInput || show());
    fields.set(`${row.key}/${column.key}`, field);
    return h("td", { className: column.tint ? `wk-tint-${column.tint}` : "" }, field);
  }

  function line(row, columns) {
    const id = uid();
    const help = row.help ? h("span", { className: "wk-help" }, row.help) : null;
    const name = h("span", { id, className: "wk-cell-name" }, row.label);
    return h("tr", {}, h("th", { scope: "row" }, name, help), ...columns.map(({ id: over, column }) => cell(row, column, `${id} ${over}`)));
  }

  function show() {
    for (const [place, field] of fields) {
      if (field === document.activeElement) continue;
      const [row, column] = place.split("/");
      field.value = get("values")[row]?.[column] ?? "";
      put(field, "aria-invalid", null);
    }
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
  follow(model, ["label"], () => write(caption, get("label")));
  model.on("change:values", show);
  model.on("change:problem", () => write(problem, get("problem")));
  return leave(el);
}
