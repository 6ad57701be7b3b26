"""Small pieces of HTML. Every word is escaped here, so nothing that is typed can become markup."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape


def element(tag: str, content: str, css_class: str = "") -> Markup:
    """Wrap content in one element; content that is not Markup is escaped."""
    attribute = Markup(' class="{}"').format(css_class) if css_class else Markup("")
    return Markup("<{tag}{attribute}>{content}</{tag}>").format(
        tag=Markup(tag), attribute=attribute, content=content
    )


def paragraphs(*texts: str) -> Markup:
    """Set each text as a paragraph, leaving out empty ones."""
    return Markup("").join(element("p", text) for text in texts if text)


def items(points: Iterable[str], tag: str = "ul", css_class: str = "") -> Markup:
    """Set texts as a list."""
    return element(tag, Markup("").join(element("li", point) for point in points), css_class)


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Set rows as a table whose first column names each row."""
    columns = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in head)
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            first, Markup("").join(element("td", cell) for cell in rest)
        )
        for first, *rest in rows
    )
    return Markup(
        '<table class="wk-table"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    ).format(caption, columns, body)


def lines(text: str) -> Markup:
    """Keep the line breaks of a text that a person typed."""
    return Markup("<br>").join(escape(line) for line in text.split("\n"))


def link(text: str, url: str) -> Markup:
    """Set a link to an outside page, which opens beside this one."""
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>').format(url, text)
