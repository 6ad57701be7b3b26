// A native file field. A file too large is refused before a byte of it is read; any other goes in
// pieces, each when the one before has arrived, so that the rest of the page stays quick.

const PATIENCE = 20_000; // ms without an answer until the page says so

export default async function render({ model, el, file }) {
  const { alertLine, dress, figure, follow, h, leave, put, say, uid, write } = await file("dom.js");
  const get = (name) => model.get(name);
  const [id, helpId, alertId] = [uid(), uid(), uid()];
  const label = h("label", { className: "wk-label", htmlFor: id });
  const help = h("p", { className: "wk-help", id: helpId });
  const field = h("input", { type: "file", id, className: "wk-file", "aria-describedby": `${helpId} ${alertId}` });
  const state = h("p", { className: "wk-help", role: "status" });
  const problem = alertLine(alertId);
  dress(el, "upload");
  el.append(label, help, field, state, problem);

  let chosen = null;
  let timer;

  function end(words = "") {
    clearTimeout(timer);
    chosen = null;
    write(state, "");
    if (words) write(problem, words);
    // The same file may be chosen again, once it has been mended.
    field.value = "";
  }

  function ask(message, buffers) {
    clearTimeout(timer);
    timer = setTimeout(() => end(say(model, "file_lost")), PATIENCE);
    model.send(message, undefined, buffers);
  }

  field.addEventListener("change", () => {
    const picked = field.files[0];
    if (!picked) return;
    write(problem, "");
    const limit = get("limit");
    if (picked.size > limit) return end(say(model, "file_too_large", { limit: figure(Math.floor(limit / 1e6)) }));
    chosen = picked;
    write(state, say(model, "file_arriving", { share: 0 }));
    ask({ begin: picked.size });
  });

  async function heard(message) {
    if (!chosen) return;
    if (message.arrived) return end();
    if (!Number.isInteger(message.next)) return;
    const [from, at] = [chosen, message.next];
    try {
      const piece = await from.slice(at, at + get("piece")).arrayBuffer();
      if (from !== chosen) return;
      write(state, say(model, "file_arriving", { share: Math.round((100 * at) / from.size) }));
      ask({ piece_at: at }, [piece]);
    } catch {
      end(say(model, "file_unreadable"));
    }
  }

  model.on("msg:custom", heard);
  model.on("change:problem", () => get("problem") && end(get("problem")));
  follow(model, ["label", "help", "accept", "disabled"], () => {
    label.textContent = get("label");
    write(help, get("help"));
    put(field, "accept", get("accept"));
    field.disabled = get("disabled");
  });
  return leave(el, () => {
    clearTimeout(timer);
    model.off("msg:custom", heard);
  });
}
