"""Controls and pictures that know no subject."""

from workshop.widgets.parts.annotated import Annotated
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.dots import Dots
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.grid import Grid
from workshop.widgets.parts.marks import Mark
from workshop.widgets.parts.offers import Offers
from workshop.widgets.parts.part import Part
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.range import Range
from workshop.widgets.parts.save import Save
from workshop.widgets.parts.toggle import Toggle
from workshop.widgets.parts.upload import Upload

__all__ = [
    "Annotated",
    "ChartView",
    "Choice",
    "Dots",
    "Draft",
    "Fold",
    "Grid",
    "Mark",
    "Offers",
    "Part",
    "Press",
    "Prose",
    "Range",
    "Save",
    "Toggle",
    "Upload",
]
