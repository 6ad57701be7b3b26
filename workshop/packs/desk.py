"""The words of the trainer's desk, and of the small page before it."""

from typing import Annotated

from pydantic import Field

from workshop.packs.base import Table, Text, fills


class Gate(Table):
    """The page that asks for a key, and the one that opens a room."""

    desk: Text
    screen: Text
    open: Text
    lead: Text
    screen_lead: Text
    open_lead: Text
    code: Text
    key: Text
    enter: Text
    agenda: Annotated[Text, fills("title", counted=("minutes",))]
    wrong: Text
    nowhere: Text


class Notes(Table):
    """What stands beside a step."""

    purpose: Text
    do: Text
    say: Text
    expect: Text
    debrief: Text
    if_short: Text
    if_long: Text
    goes_wrong: Text


class Suggestions(Table):
    """What the desk suggests, named by kind and reason."""

    heading: Text
    pairs_wide: Annotated[Text, fills("minutes", "step")]
    shorten_behind: Annotated[Text, fills("minutes", "step", "late")]
    lengthen_ahead: Annotated[Text, fills("minutes", "step")]
    wait_few: Text
    take: Text
    leave: Text
    taken: Text


class Texts(Table):
    """The queue of shared texts."""

    heading: Annotated[Text, fills("waiting")]
    none: Text
    show: Text
    hide: Text
    put_up: Text
    take_down: Text
    waiting: Text
    shown: Text
    hidden: Text
    up: Text


class Home(Table):
    """What a trainer takes home, named by the endings of the files."""

    heading: Text
    lead: Text
    file: Annotated[Text, fills()]
    xlsx: Text
    zip: Text
    html: Text


class Ending(Table):
    """Closing, taking home, wiping."""

    heading: Text
    close: Text
    close_help: Text
    closed: Text
    wipe: Text
    wipe_help: Text
    wipe_really: Text
    keep: Text
    receipt: Annotated[Text, fills("when", counted=("seats", "answers"))]


class KeyNames(Table):
    """The keys of the desk, each one character."""

    label: Text
    next: Text
    back: Text
    reveal: Text
    freeze: Text
    again: Text
    timer: Text
    longer: Text
    stop: Text


class DeskPack(Table):
    """Everything that a trainer reads at the desk."""

    room: Annotated[Text, fills("code")]
    here: Annotated[Text, fills("seats")]
    deleted: Annotated[Text, fills("date")]
    place: Annotated[Text, fills("number", "count", "title")]
    run: Text
    run_step: Annotated[Text, fills("number", "title", "minutes")]
    gives: Annotated[Text, fills("minutes")]
    used: Annotated[Text, fills("used", "minutes")]
    on_time: Text
    behind: Annotated[Text, fills("minutes")]
    ahead: Annotated[Text, fills("minutes")]
    back: Text
    next: Text
    again: Text
    reveal: Text
    unreveal: Text
    freeze: Text
    thaw: Text
    frozen: Text
    timer: Text
    start_timer: Annotated[Text, fills("minutes")]
    longer: Text
    stop_timer: Text
    stop: Text
    time_left: Annotated[Text, fills("minutes")]
    time_over: Text
    answers: Text
    no_answers: Text
    rehearse_fold: Text
    rehearse: Annotated[Text, fills("count")]
    rehearse_help: Text
    rehearsal_texts: dict[str, tuple[Text, ...]] = Field(default_factory=dict)
    """What made-up people share, by exercise."""
    elsewhere: Text
    elsewhere_lead: Annotated[Text, fills("address", "key")]
    screen_lead: Annotated[Text, fills("address", "token")]
    open_screen: Text
    away: Text
    gone: Text
    not_done: Text
    nobody: Annotated[Text, fills("address")]
    gate: Gate
    notes: Notes
    advice: Suggestions
    texts: Texts
    home: Home
    ending: Ending
    keys: KeyNames
