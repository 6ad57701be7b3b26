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

export default async function render({ model, el, file }) {
  const [dom, { table }] = await Promise.all(["dom.js", "table.js"].map(file));
  const { dress, follow, h, leave, put } = dom;
  const get = (name) => model.get(name);
  const drawing = h("div", { "aria-hidden": "true" });
  const picture = h("div", { className: "wk-chart", role: "img" }, drawing);
  const numbers = table(model, dom);
  dress(el, "chart-view");
  el.append(picture, numbers);

  let begun = false;
  let gone = false;
  let embedded; // what vegaEmbed returned
  let drawnWidth = 0;
  let stale = false;
  let running = false;
  let ranAt = 0;

  const width = () => Math.floor(picture.clientWidth);
  // Vega marks the objects it is given, so it gets copies.
  const rows = () => get("rows").map((row) => ({ ...row }));

  async function settle() {
    const { view } = embedded;
    while (stale && !gone) {
      stale = false;
      ranAt = performance.now();
      if (drawnWidth !== width()) view.width((drawnWidth = width()));
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
    const { default: vegaEmbed } = await file("vega.js");
    if (gone) return;
    drawnWidth = width();
    const spec = { ...get("spec"), width: drawnWidth, datasets: { rows: rows() } };
    const result = await vegaEmbed(drawing, spec, EMBED);
    if (gone) {
      result.finalize();
      return;
    }
    embedded = result;
    picture.workshopView = result.view;
    refresh(); // rows or width may have changed on the way
  }

  // A hidden picture has no width; it waits until it is shown.
  const observer = new ResizeObserver(() => {
    if (width() === 0) return;
    if (!begun) begin();
    else if (drawnWidth !== width()) refresh();
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
