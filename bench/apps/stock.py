"""The small app as a notebook for stock Voila, which shows Altair offline only in this way."""

import altair as alt
from ipywidgets import HTML, FloatSlider, VBox
from picture import HOURS, SHARE, bars, rows, sentence

alt.JupyterChart.enable_offline()
hours, share = (
    FloatSlider(value, min=low, max=high, step=1) for value, low, high in (HOURS, SHARE)
)
picture = alt.JupyterChart(bars(rows(hours.value, share.value)), embed_options={"renderer": "svg"})
text = HTML()


def show(_=None):
    frame = rows(hours.value, share.value)
    picture.chart = bars(frame)
    text.value = sentence(frame)


for control in (hours, share):
    control.observe(show, "value")
show()
VBox([hours, share, picture, text])
