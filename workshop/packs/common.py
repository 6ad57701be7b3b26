"""The words that every page uses."""

from typing import Annotated, Literal

from pydantic import field_validator

from workshop.packs.base import Confidence, Table, Text, Unit, fills


class Controls(Table):
    """Words on and under the controls."""

    between: Annotated[Text, fills("low", "high")]
    unclear: Text
    offered: Text
    yours: Text
    count: Annotated[Text, fills("count", "limit")]
    cut: Annotated[Text, fills("limit")]
    refused: Annotated[Text, fills("count", "room")]
    table: Text
    failed: Text
    reset: Text
    not_made: Text
    broken: Annotated[Text, fills("problem")]
    file_too_large: Annotated[Text, fills("limit")]
    file_arriving: Annotated[Text, fills("share")]
    file_lost: Text
    file_unreadable: Text


class EvidenceWords(Table):
    """How the origin of a number is told."""

    title: Text
    spread: Annotated[Text, fills("low", "typical", "high")]
    exact: Annotated[Text, fills("typical")]
    known: Text
    guess: Text
    back: Text
    source: Annotated[Text, fills("name", "year")]
    no_year: Text
    no_source: Text
    confidence: dict[Confidence, Text]


class Amounts(Table):
    """How an amount of each kind is written."""

    hours: Annotated[Text, fills(counted=("number",))]
    minutes: Annotated[Text, fills(counted=("number",))]
    people: Annotated[Text, fills(counted=("number",))]
    percent: Annotated[Text, fills("number")]
    a_week: Annotated[Text, fills(counted=("number",))]
    weeks: Annotated[Text, fills(counted=("number",))]
    months: Annotated[Text, fills(counted=("number",))]
    exchanges: Annotated[Text, fills(counted=("number",))]
    times: Annotated[Text, fills(counted=("number",))]
    band: Annotated[Text, fills("low", "high")]
    less_than_one: Text


class Common(Table):
    """Language, formats and the words of the controls."""

    language: str
    direction: Literal["ltr", "rtl"]
    locale: str
    currency: str
    units: dict[Unit, Annotated[Text, fills("currency")]]
    amounts: Amounts
    controls: Controls
    evidence: EvidenceWords

    @field_validator("locale")
    @classmethod
    def _is_known(cls, locale: str) -> str:
        from babel import UnknownLocaleError
        from babel.core import Locale

        try:
            Locale.parse(locale)
        except (UnknownLocaleError, ValueError):
            raise ValueError(
                f"{locale!r} is no locale; use one such as en_GB, es_ES, de_DE"
            ) from None
        return locale

    @field_validator("currency")
    @classmethod
    def _is_a_code(cls, currency: str) -> str:
        if not (len(currency) == 3 and currency.isalpha() and currency.isupper()):
            raise ValueError(f"{currency!r} is no currency code; use one such as EUR, GBP, USD")
        return currency
