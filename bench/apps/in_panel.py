"""The small app in Panel."""

import panel as pn
from picture import HOURS, SHARE, bars, rows, sentence

pn.extension("vega")
hours, share = (
    pn.widgets.FloatSlider(value=value, start=low, end=high, step=1)
    for value, low, high in (HOURS, SHARE)
)
picture = pn.bind(lambda *numbers: bars(rows(*numbers)), hours, share)
text = pn.bind(lambda *numbers: sentence(rows(*numbers)), hours, share)
pn.Column(hours, share, picture, text).servable()
