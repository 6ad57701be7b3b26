"""The small app with the parts of this workshop."""

from ipywidgets import VBox
from picture import HOURS, SHARE, bars, rows, sentence

from workshop.widgets.parts import ChartView, Prose, Range

hours, share = Range("Hours", *HOURS), Range("Share", *SHARE)
picture, text = ChartView(bars(rows(hours.value, share.value))), Prose(live=True)


def show(_=None):
    frame = rows(hours.value, share.value)
    picture.show(frame)
    text.html = sentence(frame)


for control in (hours, share):
    control.observe(show, "value")
show()
VBox([hours, share, picture, text])
