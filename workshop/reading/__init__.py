"""Reading a post: text in, evidence out. Deterministic, offline, and able to say why."""

from workshop.reading.engine import MAX_LENGTH, read
from workshop.reading.findings import Contribution, Counterfactual, Hit, Question, Reading
from workshop.reading.kinds import KINDS, LENGTHS
from workshop.reading.loading import load_rules
from workshop.reading.many import MOST_POSTS, PostsReading, read_posts
from workshop.reading.parts import parts_of
from workshop.reading.rubric import BANDS
from workshop.reading.rules import CRITERIA, QUESTIONS, Rule, Rules, RulesError
from workshop.reading.shares import Change, Share
from workshop.reading.spans import Span
from workshop.reading.utf16 import utf16_offsets

__all__ = [
    "BANDS",
    "CRITERIA",
    "KINDS",
    "LENGTHS",
    "MAX_LENGTH",
    "MOST_POSTS",
    "QUESTIONS",
    "Change",
    "Contribution",
    "Counterfactual",
    "Hit",
    "PostsReading",
    "Question",
    "Reading",
    "Rule",
    "Rules",
    "RulesError",
    "Share",
    "Span",
    "load_rules",
    "parts_of",
    "read",
    "read_posts",
    "utf16_offsets",
]
