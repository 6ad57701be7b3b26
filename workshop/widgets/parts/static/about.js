// Where a number comes from, behind a small button, without asking the kernel.

/** Returns the button and the panel it shows and hides. */
export function about(model, { follow, h, put, send, uid, write }) {
  const id = uid();
  const glyph = h("span", { "aria-hidden": "true" }, "i");
  const button = h("button", { type: "button", className: "wk-about-button", "aria-expanded": "false", "aria-controls": id }, glyph);
  const title = h("p", { className: "wk-about-title" });
  const spread = h("p", { className: "wk-about-spread" });
  const note = h("p", { className: "wk-about-note" });
  const sources = h("ul", { className: "wk-sources" });
  const back = h("button", { type: "button", className: "wk-press wk-press-quiet" });
  const panel = h("div", { id, className: "wk-about", hidden: true }, title, spread, note, sources, back);

  const open = (yes) => {
    panel.hidden = !yes;
    put(button, "aria-expanded", String(yes));
  };
  button.addEventListener("click", () => open(panel.hidden));
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    open(false);
    button.focus();
  });
  back.addEventListener("click", () => {
    button.focus(); // the way back hides itself, and focus must not be lost with it
    send(model, { touched: false });
  });

  follow(model, ["about", "touched", "label"], () => {
    const told = model.get("about");
    button.hidden = !told.title;
    put(button, "aria-label", [model.get("label"), told.title].join(": "));
    write(title, told.title ?? "");
    write(spread, told.spread ?? "");
    write(note, told.note ?? "");
    sources.replaceChildren(...(told.sources ?? []).map((source) => sourceLine(source, h)));
    sources.hidden = sources.children.length === 0;
    write(back, model.get("touched") ? (told.back ?? "") : "");
  });
  return { button, panel };
}

function sourceLine({ name, year, url, confidence }, h) {
  const text = [name, year].filter(Boolean).join(", ");
  // Only the web: a source must not be able to run anything.
  const safe = /^https?:\/\//i.test(url ?? "");
  const link = safe ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text;
  return h("li", {}, link, confidence ? h("span", { className: "wk-chip" }, confidence) : null);
}
