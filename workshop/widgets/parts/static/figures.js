// A field for a figure. Not of type `number`: in an English browser that drops a comma, and what was
// meant as 1,5 arrives as 15. Both marks are read here, and what might mean two numbers is asked about.

const MARKS = [[".", ","], [",", "."]]; // the decimal mark and, beside it, that of the thousands
const WAYS = { ArrowUp: 1, ArrowDown: -1 };

/** Returns the numbers that a text may mean: none if it is no figure, two if it may be 1234 or 1.234. */
export function meanings(text) {
  const bare = text.replace(/[\s'’]/g, "");
  const read = ([mark, group]) => {
    const shape = `^[+-]?(?=.?\\d)(?:[1-9]\\d{0,2}(?:[${group}]\\d{3})+|\\d*)(?:[${mark}]\\d*)?$`;
    return new RegExp(shape).test(bare) ? [Number(bare.replaceAll(group, "").replace(mark, "."))] : [];
  };
  return [...new Set(MARKS.flatMap(read))];
}

/** Writes a number as it may be typed: with the language's decimal mark, and none for thousands. */
export function typed(value) {
  const plain = { useGrouping: false, maximumFractionDigits: 12, numberingSystem: "latn" };
  return value === null ? "" : value.toLocaleString(document.documentElement.lang || undefined, plain);
}

/**
 * Makes the field. `on` has `fits`, whether a number may stand; `exact`, whether it does so without
 * being rounded; `now`, what holds at the moment;
 * `take`, for a number or, from an emptied field, null; `back`, for what held before the typing;
 * `step`, for an arrow key; `refuse`, for what cannot be taken ("between" or "unclear"), and "" once
 * it can. `empty` lets it be empty.
 */
export function figureField({ h, put }, props, on) {
  const field = h("input", {
    type: "text", inputMode: "decimal", role: "spinbutton", autocomplete: "off", className: "wk-number", ...props,
  });
  let theirs = false; // typed into or refused: what it shows is the participant's
  let before;

  const empty = () => on.empty && field.value.trim() === "";
  const fitting = () => {
    const all = meanings(field.value).filter(on.fits);
    const exact = all.filter(on.exact); // 1,234 people are not 1.234
    return exact.length === 1 ? exact : all;
  };
  const taken = () => empty() || fitting().length === 1;
  const take = () => on.take(empty() ? null : fitting()[0]);

  function refuse(why) {
    put(field, "aria-invalid", why ? "true" : null);
    on.refuse(why);
  }

  function release() {
    theirs = false;
    refuse("");
  }

  field.addEventListener("input", () => {
    if (!theirs) before = on.now();
    theirs = true;
    // Half a figure may lie outside: the verdict waits until it is finished, and until then what
    // held before holds. Otherwise 999 would leave the 9 behind.
    if (taken()) {
      refuse("");
      take();
    } else on.back(before);
  });
  field.addEventListener("change", () => {
    if (!taken()) refuse(fitting().length > 1 ? "unclear" : "between");
    else {
      release();
      take();
    }
  });
  field.addEventListener("blur", () => {
    if (!theirs || !taken()) return;
    release();
    show(on.now().value);
  });
  field.addEventListener("keydown", (event) => {
    if (!(event.key in WAYS) || field.disabled) return;
    event.preventDefault();
    release();
    on.step(WAYS[event.key]);
  });

  /** Shows a number, unless somebody is typing another. */
  function show(value) {
    if (!theirs) field.value = typed(value);
    put(field, "aria-valuenow", value === null ? null : String(value));
  }
  return { field, show, release };
}
