import ipywidgets as w

told = w.Label("nothing yet")
slider = w.IntSlider(3, description="slider")
words = w.Text(description="words")
box = w.Checkbox(description="box")
choice = w.Dropdown(options=["a", "b"], description="choice")


def tell(change):
    told.value = f"{change.owner.description}: {change.new!r}"


for one in (slider, words, box, choice):
    one.observe(tell, "value")

linked = w.IntText(description="linked")
link = w.jslink((slider, "value"), (linked, "value"))

room = w.VBox()
later = w.Button(description="later")


@later.on_click
def make(_):
    room.children = [*room.children, w.Label(f"made {len(room.children) + 1}")]


w.VBox([slider, words, box, choice, told, linked, later, room])
