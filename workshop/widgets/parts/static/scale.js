// Where a slider stops, and which number each stop means.

const LOG_STOPS = 120;

const twoDigits = (value) => Number(value.toPrecision(2));
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** Returns the way between the slider's positions (0, 1, ... last) and numbers. */
export function stops(get) {
  return get("scale") === "log" ? logarithmic(get("min"), get("max")) : linear(get("min"), get("max"), get("step"));
}

function linear(min, max, step) {
  const last = Math.floor((max - min) / step + 1e-9);
  const position = (value) => clamp(Math.round((value - min) / step), 0, last);
  const value = (at) => Number((min + at * step).toPrecision(12));
  const figures = Math.max(...[0, 1, last - 1, last].map((at) => String(value(at)).length));
  return { last, position, value, figures, fit: (typed) => value(position(typed)) };
}

function logarithmic(min, max) {
  const way = (part) => min * (max / min) ** part;
  const all = Array.from({ length: LOG_STOPS + 1 }, (_, at) => clamp(twoDigits(way(at / LOG_STOPS)), min, max));
  // Neighbours that round to the same number would make a key press do nothing.
  const values = [...new Set([min, ...all, max])].sort((a, b) => a - b);
  const distance = (at, value) => Math.abs(Math.log(values[at] / value));
  const position = (value) => values.reduce((best, _, at) => (distance(at, value) < distance(best, value) ? at : best), 0);
  const figures = Math.max(...values.map((value) => String(value).length));
  return { last: values.length - 1, position, value: (at) => values[at], figures, fit: (typed) => typed };
}
