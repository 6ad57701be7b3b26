// Dots on one canvas, drawn in a pass for each kind. Nothing moves: what changed is simply there.

const PITCH = 11; // CSS pixels from dot to dot at least, so that shapes can be told apart
const MOST = 40; // dots in a row

/** Adds one shape around a point to a path. */
const SHAPES = {
  disc: (path, x, y, r) => path.arc(x, y, r * 0.8, 0, 7),
  ring: (path, x, y, r) => path.arc(x, y, r * 0.85, 0, 7),
  square: (path, x, y, r) => path.rect(x - r * 0.85, y - r * 0.85, r * 1.7, r * 1.7),
  diamond: (path, x, y, r) => line(path, [x, y - r * 1.2], [x + r * 1.2, y], [x, y + r * 1.2], [x - r * 1.2, y]),
  cross: (path, x, y, r) => {
    path.moveTo(x - r, y - r);
    path.lineTo(x + r, y + r);
    path.moveTo(x + r, y - r);
    path.lineTo(x - r, y + r);
  },
  dash: (path, x, y, r) => {
    path.moveTo(x - r, y);
    path.lineTo(x + r, y);
  },
};
const DRAWN = new Set(["ring", "cross", "dash"]); // as lines; all others are filled

function line(path, first, ...others) {
  path.moveTo(...first);
  for (const point of others) path.lineTo(...point);
  path.closePath();
}

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, put, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const canvas = h("canvas", { "aria-hidden": "true" });
  const picture = h("div", { className: "wk-dots-picture", role: "img" }, canvas);
  const title = h("p", { className: "wk-dots-title" });
  const legend = h("ul", { className: "wk-dots-legend" });
  dress(el, "dots");
  el.append(title, picture, legend);

  const colour = (tint) => getComputedStyle(el).getPropertyValue(tint ? `--wk-${tint}` : "--wk-ink-soft");

  function paint(context, kind, points, r) {
    const path = new Path2D();
    for (const [x, y] of points) {
      path.moveTo(x + r, y); // a new start, or arcs would be joined
      SHAPES[kind.shape](path, x, y, r);
    }
    context.fillStyle = context.strokeStyle = colour(kind.tint);
    context.lineWidth = Math.max(1.5, r * 0.5);
    if (DRAWN.has(kind.shape)) context.stroke(path);
    else context.fill(path);
  }

  function fit(target, width, height) {
    const ratio = globalThis.devicePixelRatio || 1;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (target.width !== across || target.height !== down) {
      target.width = across;
      target.height = down;
      target.style.width = `${width}px`;
      target.style.height = `${height}px`;
    }
    const context = target.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    return context;
  }

  function draw() {
    const width = Math.floor(picture.clientWidth);
    const dots = get("dots");
    if (!width || !dots) return;
    const columns = Math.min(MOST, Math.floor(width / PITCH));
    const pitch = width / columns;
    const rows = Math.ceil(dots.length / columns);
    const context = fit(canvas, width, Math.ceil(rows * pitch));
    get("kinds").forEach((kind, place) => {
      const points = [];
      for (let at = 0; at < dots.length; at += 1) {
        if (Number(dots[at]) !== place) continue;
        points.push([((at % columns) + 0.5) * pitch, (Math.floor(at / columns) + 0.5) * pitch]);
      }
      paint(context, kind, points, Math.min(pitch, 16) * 0.32);
    });
    picture.dispatchEvent(new CustomEvent("settled", { bubbles: true }));
  }

  let explained = ""; // the looks that the legend has
  function explain() {
    const looks = JSON.stringify(get("kinds").map(({ shape, tint }) => [shape, colour(tint)]));
    if (looks !== explained) legend.replaceChildren(...get("kinds").map(entry));
    explained = looks;
    legend.querySelectorAll("span").forEach((label, at) => write(label, get("kinds")[at].label));
  }

  function entry(kind) {
    const key = h("canvas", { "aria-hidden": "true", className: "wk-dots-key" });
    paint(fit(key, 18, 18), kind, [[9, 9]], 5.5);
    return h("li", {}, key, h("span"));
  }

  // Several traits come in one message; they are drawn together.
  let waiting = false;
  let gone = false;
  function refresh() {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (gone) return;
      draw();
      explain();
    });
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const observer = new ResizeObserver(refresh);
  observer.observe(picture);
  dark.addEventListener("change", refresh);
  follow(model, ["dots", "kinds"], refresh);
  follow(model, ["title"], () => write(title, get("title")));
  follow(model, ["label"], () => put(picture, "aria-label", get("label")));
  return leave(el, () => {
    gone = true;
    observer.disconnect();
    dark.removeEventListener("change", refresh);
  });
}
