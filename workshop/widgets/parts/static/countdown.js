// Counts down by the browser's own clock. What is said aloud is said once a minute and at the end.

export default async function render({ model, el, file }) {
  const { dress, follow, h, leave, put, say, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const face = h("p", { className: "wk-countdown-face", role: "timer", "aria-live": "off" });
  const twin = h("p", { className: "wk-unseen", role: "status" });
  dress(el, "countdown");
  el.append(face, twin);

  let ends = null;
  let ticking;
  let said;
  const two = (number) => String(number).padStart(2, "0");

  function draw() {
    el.hidden = ends === null;
    if (ends === null) return;
    const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
    const minutes = Math.ceil(left / 60);
    write(face, left ? `${Math.floor(left / 60)}:${two(left % 60)}` : say(model, "over"));
    put(face, "aria-label", get("label"));
    el.classList.toggle("wk-countdown-short", left <= 30);
    if (minutes !== said) {
      if (said !== undefined) write(twin, left ? say(model, "left", { minutes }) : say(model, "over"));
      said = minutes;
    }
    if (!left) clearInterval(ticking);
  }

  follow(model, ["given"], () => {
    clearInterval(ticking);
    const seconds = get("seconds");
    ends = seconds === null ? null : performance.now() + seconds * 1000;
    said = undefined;
    ticking = setInterval(draw, 250);
    draw();
  });
  return leave(el, () => clearInterval(ticking));
}
