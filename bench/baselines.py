"""What the reading is measured against: a list of phrases, a lexicon of feelings, learned words.

VADER and the learned ones need `pip install -e '.[bench]'`; without it they are left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workshop.reading import Reading, load_rules

TWENTY = (
    "buy now",
    "order now",
    "book now",
    "sign up",
    "click here",
    "link in bio",
    "check out my",
    "subscribe",
    "follow me",
    "dm me",
    "call now",
    "contact us",
    "learn more",
    "limited time",
    "free trial",
    "discount",
    "% off",
    "guarantee",
    "giveaway",
    "make money",
)

FOLDS = 5


@dataclass(frozen=True)
class Source:
    """Posts from one place: their readings, and which of them are pitches."""

    readings: Sequence[Reading]
    pitches: Sequence[bool]

    @property
    def texts(self) -> list[str]:
        return [reading.text for reading in self.readings]


Scores = Sequence[float]
Score = Callable[[str, Mapping[str, Source]], Scores]
"""How much each post of a source is a pitch, higher for more; the others may be learned from."""


def lean(name: str, sources: Mapping[str, Source]) -> Scores:
    return [-reading.lean for reading in sources[name].readings]


def twenty_phrases(name: str, sources: Mapping[str, Source]) -> Scores:
    return [sum(phrase in text.lower() for phrase in TWENTY) for text in sources[name].texts]


def vader(name: str, sources: Mapping[str, Source]) -> Scores:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    feelings = SentimentIntensityAnalyzer()
    return [feelings.polarity_scores(text)["compound"] for text in sources[name].texts]


def words_within(name: str, sources: Mapping[str, Source]) -> Scores:
    """Learn the words of the same source: each post is scored by a model that has not seen it."""
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    source, folds = sources[name], StratifiedKFold(FOLDS, shuffle=True, random_state=0)
    scores = cross_val_predict(
        _words(), source.texts, source.pitches, cv=folds, method="decision_function"
    )
    return list(scores)


def words_elsewhere(name: str, sources: Mapping[str, Source]) -> Scores:
    """Learn the words of all other sources."""
    texts, pitches = _elsewhere(name, sources, lambda source: source.texts)
    return list(_words().fit(texts, pitches).decision_function(sources[name].texts))


def families_elsewhere(name: str, sources: Mapping[str, Source]) -> Scores:
    """Learn on all other sources what each family of rules weighs."""
    from sklearn.linear_model import LogisticRegression

    rows, pitches = _elsewhere(name, sources, _families)
    model = LogisticRegression(class_weight="balanced", max_iter=1_000).fit(rows, pitches)
    return list(model.decision_function(_families(sources[name])))


def _words():
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    words = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2, sublinear_tf=True)
    return make_pipeline(words, LogisticRegression(C=10, class_weight="balanced", max_iter=1_000))


def _elsewhere(name: str, sources: Mapping[str, Source], rows_of):
    others = [source for other, source in sources.items() if other != name]
    rows = [row for source in others for row in rows_of(source)]
    return rows, [pitch for source in others for pitch in source.pitches]


def _families(source: Source) -> list[list[int]]:
    rules = load_rules().rules
    family = {rule.id: rule.family for rule in rules}
    names = sorted(set(family.values()))
    rows = []
    for reading in source.readings:
        added = dict.fromkeys(names, 0)
        for row in reading.contributions:
            added[family[row.rule]] = max(added[family[row.rule]], row.added)
        rows.append(list(added.values()))
    return rows


SCORES: Mapping[str, Score] = {
    "rules": lean,
    "twenty phrases": twenty_phrases,
    "VADER": vader,
    "words learned elsewhere": words_elsewhere,
    "words learned here": words_within,
    "families weighed elsewhere": families_elsewhere,
}
