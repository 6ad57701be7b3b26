"""The whole of what a trainer may change, checked."""

from functools import cached_property
from typing import Any

from pydantic import Field

from workshop.packs.base import Table
from workshop.packs.common import Common
from workshop.packs.desk import DeskPack
from workshop.packs.files import FilesPack
from workshop.packs.formats import Formats
from workshop.packs.joining import JoiningPack
from workshop.packs.live import LivePack
from workshop.packs.look import LookPack
from workshop.packs.page import PagePack
from workshop.packs.paper import PaperPack
from workshop.packs.post_assessment import PostAssessmentPack
from workshop.packs.ratings import LookingBackPack, SelfRatingPack
from workshop.packs.reach_comparison import ReachComparisonPack
from workshop.packs.relationship_growth import RelationshipGrowthPack
from workshop.packs.review import ReviewPack
from workshop.packs.screen import ScreenPack
from workshop.packs.session import SessionPack
from workshop.packs.silent_audience import SilentAudiencePack
from workshop.packs.start_over import StartOverPack
from workshop.packs.studio import StudioPack
from workshop.packs.takehome import TakehomePack
from workshop.packs.tally import TallyPack
from workshop.packs.thousand_people import ThousandPeoplePack
from workshop.packs.time_budget import TimeBudgetPack
from workshop.reading import Rules, load_rules
from workshop.reading.loading import languages as languages_read


class Pack(Table):
    """Words and numbers of every exercise, and the rules that posts are read by."""

    common: Common
    page: PagePack
    look: LookPack = Field(default_factory=LookPack)
    session: SessionPack
    takehome: TakehomePack
    time_budget: TimeBudgetPack
    reach_comparison: ReachComparisonPack
    relationship_growth: RelationshipGrowthPack
    silent_audience: SilentAudiencePack
    post_assessment: PostAssessmentPack
    thousand_people: ThousandPeoplePack
    start_over: StartOverPack
    review: ReviewPack
    self_rating: SelfRatingPack
    looking_back: LookingBackPack
    files: FilesPack
    joining: JoiningPack
    live: LivePack
    desk: DeskPack
    screen: ScreenPack
    paper: PaperPack
    tally: TallyPack
    studio: StudioPack
    reading: dict[str, Any] = Field(default_factory=dict)

    @cached_property
    def say(self) -> Formats:
        """How amounts are written in this pack's language."""
        return Formats(self.common)

    @cached_property
    def rules(self) -> Rules:
        """The language's reading rules with this pack's changes.

        A language without rules gets the English ones, which tell that a text is not in theirs and
        do not judge it.
        """
        known = self.common.language in languages_read()
        return load_rules(self.common.language if known else "en", self.reading or None)
