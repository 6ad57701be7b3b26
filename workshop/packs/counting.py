"""Numbers that know which form of a word goes with them, by the plural rules of their language."""

from babel.core import Locale

_FORMS = ("zero", "one", "two", "few", "many")  # and "other", which every language has


class Number(str):
    """A number as people read it, by which a sentence may choose its words.

    In a pack, `{weeks}` is the number, and `{weeks:# week|# weeks}` takes one of the forms between
    the bars, with the number for `#`. They stand in the order zero, one, two, few, many, other, so
    far as the language tells these apart; the last one stands for all that are not written.
    """

    _place: int

    def __new__(cls, written: str, value: float, locale: Locale) -> "Number":
        """Pair what is written with its place among the forms of the language."""
        number = super().__new__(cls, written)
        told_apart = [form for form in _FORMS if form in locale.plural_form.tags]
        form = locale.plural_form(int(value) if value == int(value) else value)
        number._place = told_apart.index(form) if form in told_apart else len(_FORMS)
        return number

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Be copied as plain text: the sentence is made by then."""
        return str, (str(self),)

    def __format__(self, forms: str) -> str:
        """Write the number, or the form that goes with it."""
        if "|" not in forms:
            return super().__format__(forms)
        said = forms.split("|")
        return said[min(self._place, len(said) - 1)].replace("#", self)
