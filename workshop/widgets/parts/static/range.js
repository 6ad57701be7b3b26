// A slider and a number field that always agree. What the hand does wins over what the kernel says
// until the hand has let go; then the kernel's value is shown.

const LET_GO = 200; // ms after the last movement, so that an answer still on its way cannot jerk it

export default async function render({ model, el, file }) {
  const files = ["dom.js", "scale.js", "about.js", "figures.js"];
  const [dom, { stops }, { about }, { figureField }] = await Promise.all(files.map(file));
  const { alertLine, dress, figure, follow, h, leave, put, say, send, uid, write } = dom;
  const get = (name) => model.get(name);
  const [sliderId, labelId, unitId, helpId, alertId] = Array.from({ length: 5 }, uid);
  const named = { "aria-labelledby": `${labelId} ${unitId}`, "aria-describedby": `${helpId} ${alertId}` };

  const label = h("label", { className: "wk-label", id: labelId, htmlFor: sliderId });
  const unit = h("span", { className: "wk-unit", id: unitId });
  const chip = h("span", { className: "wk-chip" });
  const slider = h("input", { type: "range", id: sliderId, className: "wk-slider", ...named });
  const { field, show, release } = figureField(dom, named, {
    fits: (value) => value >= get("min") && value <= get("max"),
    exact: (value) => scale.fit(value) === value,
    now: () => ({ value: get("value"), touched: get("touched") }),
    take: (value) => move(scale.fit(value)),
    back: (before) => before.value !== get("value") && move(before.value, before.touched),
    step: (way) => move(scale.beside(get("value"), way)),
    refuse: (why) => write(problem, why ? say(model, why, ends()) : ""),
  });
  const help = h("p", { className: "wk-help", id: helpId });
  const problem = alertLine(alertId);
  const origin = about(model, dom);
  const entry = h("span", { className: "wk-entry" }, field, unit);
  const name = h("span", { className: "wk-name" }, label, chip);
  const head = h("div", { className: "wk-range-head" }, name, entry, origin.button);
  dress(el, "range", get("tint"));
  el.append(head, slider, help, problem, origin.panel);

  let scale = stops(get);
  let pressed = false;
  let movedAt = -Infinity;
  let timer;

  const held = () => pressed || performance.now() - movedAt < LET_GO;
  const ends = () => ({ low: figure(get("min")), high: figure(get("max")) });

  function paint(value) {
    slider.value = scale.position(value);
    const way = scale.max - scale.min;
    slider.style.setProperty("--wk-filled", way ? (slider.value - scale.min) / way : 0);
    for (const each of [slider, field]) put(each, "aria-valuetext", [figure(value), get("unit")].join(" ").trim());
    show(value);
  }

  function move(value, touched = true) {
    movedAt = performance.now();
    paint(value);
    send(model, { value, touched });
    settleLater();
  }

  function settleLater() {
    clearTimeout(timer);
    timer = setTimeout(() => held() || paint(get("value")), LET_GO + 20);
  }

  function letGo() {
    pressed = false;
    settleLater();
  }

  slider.addEventListener("input", () => {
    release();
    move(scale.value(Number(slider.value)));
  });
  slider.addEventListener("pointerdown", () => {
    pressed = true;
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, letGo, { once: true });
  });
  for (const end of ["change", "blur"]) slider.addEventListener(end, letGo);

  follow(model, ["min", "max", "step", "scale"], () => {
    scale = stops(get);
    for (const name of ["min", "max", "step"]) slider.setAttribute(name, scale[name]);
    for (const name of ["min", "max"]) field.setAttribute(`aria-value${name}`, get(name));
    field.style.setProperty("--wk-figures", scale.figures);
    paint(get("value"));
  });
  follow(model, ["label", "unit", "help", "disabled", "touched", "about", "words"], () => {
    label.textContent = get("label");
    write(unit, get("unit"));
    write(help, get("help"));
    slider.disabled = field.disabled = get("disabled");
    write(chip, get("touched") && get("about").title ? say(model, "yours") : "");
  });
  model.on("change:value", () => {
    if (held()) return;
    if (document.activeElement !== field) release(); // else it is being typed into
    paint(get("value"));
  });
  model.on("change:problem", () => write(problem, get("problem")));
  model.on("change:touched", () => {
    if (!get("touched")) movedAt = -Infinity;
  });
  return leave(el, () => clearTimeout(timer));
}
