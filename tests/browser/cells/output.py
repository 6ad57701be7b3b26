import ipywidgets as w
from IPython.display import HTML, display

out = w.Output()
press, wipe = w.Button(description="print"), w.Button(description="wipe")


@press.on_click
def write(_):
    with out:
        print("printed")
        display(HTML("<em>displayed</em>"))
        display(w.Label("a widget inside"))


@wipe.on_click
def clear(_):
    out.clear_output()


w.VBox([press, wipe, out])
