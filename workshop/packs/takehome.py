"""The words around what people leave with, and around what their browser keeps."""

from typing import Annotated

from workshop.packs.base import Table, Text, fills


class TakehomePack(Table):
    """Saving, printing, loading, keeping and forgetting; no exercise is named here."""

    heading: Text
    title: Text
    lead: Text
    plan_title: Text
    plan_lead: Text
    plan_file: Annotated[Text, fills()]
    made: Annotated[Text, fills("date")]
    file: Annotated[Text, fills()]
    save_page: Text
    print: Text
    save_answers: Text
    load: Text
    too_large: Text
    unreadable: Text
    not_ours: Text
    newer: Text
    taken_up: Annotated[Text, fills("names")]
    none_taken_up: Text
    did_not_fit: Annotated[Text, fills("names")]
    where: Text
    forget: Text
    sure: Text
    yes: Text
    no: Text
    forgotten: Text
    unkept: Text
    let_go: Text
