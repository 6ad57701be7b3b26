"""How to join, as a wall shows it: an address, a code, and both as a QR code."""

import io

import segno
from markupsafe import Markup

from workshop.packs import Pack
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.markup import element


def invitation(pack: Pack, at: Addresses) -> Markup:
    """Write the address and the code, beside a QR code that holds both."""
    words = pack.screen
    address = at.join.partition("://")[2] or at.join
    shown, _, _ = address.rpartition("/")
    return Markup("").join(
        [
            element("div", qr_code(at.join, words.qr.format(address=address)), "wk-qr"),
            element("p", words.join, "wk-screen-small"),
            element("p", shown, "wk-screen-address"),
            element("p", words.code, "wk-screen-small"),
            element("p", at.code, "wk-screen-code"),
        ]
    )


def qr_code(text: str, label: str) -> Markup:
    """Draw a QR code as SVG, black on white whatever the page's colours are."""
    drawing = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawing,
        kind="svg",
        border=2,
        light="#fff",
        xmldecl=False,
        svgns=True,
        omitsize=True,
        title=label,
    )
    return Markup(drawing.getvalue().decode())
