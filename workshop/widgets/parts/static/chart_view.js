// One Vega view for as long as the picture is on the page. New rows are handed to it; it is never
// made anew.

const EMBED = {
  actions: false,
  renderer: "svg",
  ast: false,
  tooltip: false,
  mode: "vega-lite",
  defaultStyle: false,
  config: { aria: false },
};
const FRAME = 16; // ms

/** Draws with Vega alone where a server of ours compiled the chart ahead, otherwise compiles here. */
async function draw(element, { spec, compiled, rows, size }, file) {
  const vega = document.getElementById("wk-vega")?.href;
  if (vega && compiled) {
    const { parse, View } = await import(vega);
    const data = compiled.data.map((each) => (each.name === "rows" ? { ...each, values: rows } : each));
    const view = new View(parse({ ...compiled, ...size, data }), { container: element, renderer: EMBED.renderer });
    return { view: await view.runAsync(), finalize: () => view.finalize() };
  }
  const { default: vegaEmbed } = await file("vega.js");
  return vegaEmbed(element, { ...spec, ...size, datasets: { rows } }, EMBED);
}

export default async function render({ model, el, file }) {
  const [dom, { table }] = await Promise.all(["dom.js", "table.js"].map(file));
  const { dress, follow, h, leave, put } = dom;
  const get = (name) => model.get(name);
  const drawing = h("div", { "aria-hidden": "true" });
  const picture = h("div", { className: "wk-chart", role: "img" }, drawing);
  const numbers = table(model, dom);
  dress(el, "chart-view");
  picture.classList.toggle("wk-chart-fills", get("fills"));
  el.append(picture, numbers);

  let begun = false;
  let gone = false;
  let embedded; // the view, and how to end it
  let drawnWidth = 0;
  let drawnHeight = 0;
  let stale = false;
  let running = false;
  let ranAt = 0;

  const width = () => Math.floor(picture.clientWidth);
  const height = () => (get("fills") ? Math.floor(picture.clientHeight) : 0);
  // Vega marks the objects it is given, so it gets copies.
  const rows = () => get("rows").map((row) => ({ ...row }));

  async function settle() {
    const { view } = embedded;
    while (stale && !gone) {
      stale = false;
      ranAt = performance.now();
      if (drawnWidth !== width()) view.width((drawnWidth = width()));
      if (drawnHeight !== height()) view.height((drawnHeight = height()));
      await view.data("rows", rows()).runAsync();
      picture.dispatchEvent(new CustomEvent("settled", { bubbles: true }));
      if (stale) await new Promise(requestAnimationFrame);
    }
    running = false;
  }

  /** At once when the picture rests; at most once a frame while rows pour in. */
  function refresh() {
    stale = true;
    if (!embedded || running || gone) return;
    running = true;
    if (performance.now() - ranAt > FRAME) queueMicrotask(settle);
    else requestAnimationFrame(settle);
  }

  async function begin() {
    begun = true;
    drawnWidth = width();
    drawnHeight = height();
    const size = { width: drawnWidth, ...(drawnHeight && { height: drawnHeight }) };
    const chart = { spec: get("spec"), compiled: get("compiled"), rows: rows(), size };
    const result = await draw(drawing, chart, file);
    if (gone) {
      result.finalize();
      return;
    }
    embedded = result;
    picture.workshopView = result.view;
    if (stale || drawnWidth !== width()) refresh(); // changed on the way
    else picture.dispatchEvent(new CustomEvent("settled", { bubbles: true }));
  }

  // A hidden picture has no width; it waits until it is shown.
  const observer = new ResizeObserver(() => {
    if (width() === 0) return;
    if (!begun) begin();
    else if (drawnWidth !== width() || drawnHeight !== height()) refresh();
  });
  observer.observe(picture);

  follow(model, ["label"], () => put(picture, "aria-label", get("label")));
  model.on("change:rows", refresh);
  return leave(el, () => {
    gone = true;
    observer.disconnect();
    embedded?.finalize();
    delete picture.workshopView;
  });
}
