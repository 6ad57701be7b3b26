"""Amounts as people read them, in the pack's language and currency."""

import math
from datetime import date

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal, parse_pattern

from workshop.packs.common import Common
from workshop.packs.counting import Number


class Formats:
    """Writes amounts with a pack's words and locale."""

    def __init__(self, common: Common) -> None:
        self._common = common
        self._locale = Locale.parse(common.locale)
        self._whole_money = parse_pattern(self._locale.currency_formats["standard"].pattern)
        self._whole_money.frac_prec = (0, 0)

    def number(self, value: float) -> Number:
        """Write a number with at most two decimals."""
        shown = round(value, 2)
        return Number(format_decimal(shown, locale=self._locale), shown, self._locale)

    def short(self, value: float) -> str:
        """Write a number as short as it is said beside an axis, such as '10K' or '10 mil'."""
        told = format_compact_decimal(value, locale=self._common.locale, fraction_digits=1)
        return self.number(value) if told.isdecimal() else str(told)

    def amount(self, value: float, unit: str) -> str:
        """Write a number with its unit, such as '4.25 h' or '800'."""
        if unit == "money":
            return self.money(value)
        return str(getattr(self._common.amounts, unit)).format(number=self.number(value))

    def hours(self, value: float) -> str:
        """Write hours: whole from ten on; below, quarters exactly and all else to a tenth."""
        if abs(value) >= 10:
            return self.amount(round(value), "hours")
        return self.amount(value if value % 0.25 == 0 else round(value, 1), "hours")

    def money(self, value: float) -> str:
        """Write an amount of money without cents."""
        return str(
            self._whole_money.apply(
                round(value),
                self._common.locale,
                currency=self._common.currency,
                currency_digits=False,
            )
        )

    def people(self, value: float) -> str:
        """Write a number of people: never more exact than two figures above a hundred."""
        if value < 0.5:
            return self._common.amounts.less_than_one
        if value < 100:
            return self.number(round(value))
        return self.number(round(value, 1 - math.floor(math.log10(value))))

    def band(self, low: float, high: float) -> str:
        """Write a range of people."""
        first, last = self.people(low), self.people(high)
        if first == last:
            return first
        return self._common.amounts.band.format(low=first, high=last)

    def few(self, value: float) -> str:
        """Write how many there are of something rare: two figures, fractions among them."""
        if value == 0 or value >= 10:
            return self.people(value) if value else self.number(0)
        return self.number(round(value, 1 if value >= 1 else 2))

    def few_band(self, low: float, high: float) -> str:
        """Write a range of something rare."""
        first, last = self.few(low), self.few(high)
        return first if first == last else self._common.amounts.band.format(low=first, high=last)

    def day(self, day: date) -> str:
        """Write a day, such as '24 Aug 2026'."""
        return str(format_date(day, "medium", locale=self._common.locale))

    def share(self, value: float) -> str:
        """Write a fraction as whole per cent."""
        return self.amount(round(100 * value), "percent")
