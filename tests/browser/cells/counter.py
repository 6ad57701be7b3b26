import anywidget
import ipywidgets as w
import traitlets

SCRIPT = """
export default {
  render({ model, el }) {
    const button = document.createElement("button");
    const write = () => { button.textContent = `counted ${model.get("count")}`; };
    button.className = "counter";
    button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
    model.on("change:count", write);
    model.on("msg:custom", (words, [bytes]) => {
      el.append(` got ${words.kind} ${new Uint8Array(bytes.buffer, bytes.byteOffset)[1]}`);
      model.send({ kind: "back" }, undefined, [new Uint8Array([7, 8, 9])]);
    });
    write();
    el.append(button);
  },
};
"""


class Counter(anywidget.AnyWidget):
    _esm = SCRIPT
    _css = ".counter { color: rgb(1, 2, 3); }"
    count = traitlets.Int(0).tag(sync=True)


counter, heard = Counter(), w.Label("heard nothing")


def hear(_, words, buffers):
    heard.value = f"{words['kind']} {bytes(buffers[0])[2]}"


counter.on_msg(hear)
ask = w.Button(description="ask")


@ask.on_click
def send(_):
    counter.send({"kind": "bytes"}, [b"abc"])


w.VBox([counter, ask, heard])
