"""A text and its writer's own rating: what comes before any second opinion."""

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.answers.post_assessment import SCORES, PostAnswer
from workshop.widgets.controls import control_words, draft
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose


class Writing(VBox):
    """What kind of text it is, the text, six ratings, and the press that opens the rest."""

    def __init__(self, pack: Pack) -> None:
        self._pack, self._words = pack, pack.post_assessment
        words = self._words
        self.kind = Choice(
            words.draft.kind,
            [{"value": kind, "label": label} for kind, label in words.kinds.items()],
            words=control_words(pack),
        )
        self.kind.add_class("wk-kinds")
        self.text = draft(pack, words.draft.label, words.longest, words.draft.help)
        self.text.placeholder = words.draft.placeholder
        self.ratings = {name: self._rating(name) for name in words.criteria}
        self.opening = Press(words.rating.open)
        head = Prose(html=element("h3", words.rating.title) + paragraphs(words.rating.lead))
        rubric = boxed("wk-rubric", *self.ratings.values())
        super().__init__([self.kind, self.text, head, rubric, self.opening])
        self.add_class("wk-writing")

    def show(self, answer: PostAnswer) -> None:
        """Show what was written and rated, and what is missing."""
        words, missing = self._words.rating, self.missing(answer)
        self.kind.value, self.text.value = answer.kind, answer.versions[0]
        for name, choice in self.ratings.items():
            choice.value = answer.ratings.get(name)
        written = bool(answer.versions[0].strip())
        self.opening.disabled = bool(missing) or not written
        hint = words.missing_ratings.format(count=len(missing)) if written else words.missing_text
        self.opening.hint = hint if self.opening.disabled else ""

    def missing(self, answer: PostAnswer) -> list[str]:
        """Return the criteria that are not rated yet."""
        return [name for name in self.ratings if name not in answer.ratings]

    def _rating(self, name: str) -> Choice:
        criterion, say = self._words.criteria[name], self._pack.say.number
        anchors = zip((0, 2, 4), criterion.anchors, strict=True)
        choice = Choice(
            criterion.label,
            [{"value": score, "label": say(score)} for score in SCORES],
            help="\n".join(f"{say(score)}  {anchor}" for score, anchor in anchors),
            words=control_words(self._pack),
        )
        choice.add_class("wk-scale")
        return choice
