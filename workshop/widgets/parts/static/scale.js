// Where a slider stops, and which number each stop means.

const LOG_STOPS = 120;

const twoDigits = (value) => Number(value.toPrecision(2));
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const longest = (values) => Math.max(...values.map((value) => String(value).length));

/**
 * Returns a slider's own `min`, `max` and `step`, the way between its position and the number it
 * means, `fit` for numbers that are typed, `beside` for the next number up (1) or down (-1), and how
 * many `figures` the longest number has.
 */
export function stops(get) {
  const [min, max, step] = ["min", "max", "step"].map(get);
  const made = get("scale") === "log" ? logarithmic(min, max, step) : linear(min, max, step);
  const next = (position, way) => clamp(position + way * made.step, made.min, made.max);
  return { ...made, beside: (value, way) => made.value(next(made.position(value), way)) };
}

// The slider itself counts in numbers, so that whoever reads its value reads the real one.
function linear(min, max, step) {
  const last = Math.floor((max - min) / step + 1e-9);
  const at = (stop) => Number((min + stop * step).toPrecision(12));
  const fit = (value) => at(clamp(Math.round((value - min) / step), 0, last));
  const figures = longest([0, 1, last - 1, last].map(at));
  return { min, max: at(last), step, position: fit, value: fit, fit, figures };
}

function logarithmic(min, max, step) {
  const way = (part) => min * (max / min) ** part;
  const fit = (value) => clamp(Number((Math.round(value / step) * step).toPrecision(12)), min, max);
  const all = Array.from({ length: LOG_STOPS + 1 }, (_, at) => fit(twoDigits(way(at / LOG_STOPS))));
  // Neighbours that round to the same number would make a key press do nothing.
  const inside = new Set(all.concat(min, max));
  const values = [...inside].sort((a, b) => a - b);
  const distance = (at, value) => Math.abs(Math.log(values[at] / value));
  const nearer = (value) => (best, _, at) => (distance(at, value) < distance(best, value) ? at : best);
  return {
    min: 0,
    max: values.length - 1,
    step: 1,
    position: (value) => values.reduce(nearer(value), 0),
    value: (at) => values[at],
    fit,
    figures: longest(values),
  };
}
