"""The small app in Solara, whose own chart asks a CDN: Altair's widget does not."""

import altair as alt
import solara
from picture import HOURS, SHARE, bars, rows, sentence

alt.JupyterChart.enable_offline()
hours, share = solara.reactive(HOURS[0]), solara.reactive(SHARE[0])


@solara.component
def Page():  # noqa: N802
    frame = rows(hours.value, share.value)
    solara.SliderInt("Hours", value=hours, min=HOURS[1], max=HOURS[2])
    solara.SliderInt("Share", value=share, min=SHARE[1], max=SHARE[2])
    alt.JupyterChart.element(chart=bars(frame))
    solara.Text(sentence(frame))
