"""Where each exercise stands in its picture: made by the exercises, kept by the browser."""

from datetime import date, timedelta
from typing import Any

from workshop.widgets.exercises.post_assessment import PostAssessment
from workshop.widgets.exercises.review import Review
from workshop.widgets.exercises.silent_audience import SilentAudience
from workshop.widgets.exercises.thousand_people import ThousandPeople

PITCH = (
    "Tired of slow mornings? Our award-winning coffee subscription is here! Thank you all for the "
    "support. Only 20 places left, order now, link in bio. What do you drink?"
)
OPEN = (
    "Hello, I am Ana and I roast coffee two streets from here. Thank you for the tip about the "
    "mill last week, Ben. What gets you through a slow Tuesday morning?"
)
MESSAGES = ["pitch", "useful", "pitch", "question", "pitch", "pitch", "thanks", "pitch", "pitch"]
WEEKS = 26


def answers() -> dict[str, dict[str, Any]]:
    """Return by exercise what a participant has answered; the others stand at their start."""
    crowd = SilentAudience()
    crowd.change(messages=[*MESSAGES, "pitch"])
    crowd.change(turned=True, view="happened")
    thousand = ThousandPeople()
    thousand.change(first=PITCH, mirrored=True, matters="Getting going in the dark", second=OPEN)
    thousand.change(compared=True)
    post = PostAssessment()
    post.change(versions=[PITCH])
    post.change(ratings=dict.fromkeys(post.words.criteria, 3))
    post.change(opened=True)
    review = Review()
    review.change(weeks=_weeks())
    return {each.key: each.answer for each in (crowd, thousand, post, review)}


def _weeks() -> dict[str, dict[str, float]]:
    """Half a year that ends last week; the counts go up and down as real ones do."""
    monday = date.today() - timedelta(days=date.today().weekday())
    return {
        (monday - timedelta(weeks=back)).isoformat(): {
            "face_to_face.hours": 3,
            "face_to_face.reached": 30 + 7 * (back % 3),
            "face_to_face.conversations": 2 + back % 3,
            "face_to_face.relationships": int(back % 4 == 0),
            "face_to_face.opportunities": int(back % 13 == 0),
            "social.hours": 3,
            "social.reached": 350 + 60 * (back % 5),
            "social.conversations": 4 + back % 5,
            "social.relationships": int(back % 4 == 2),
            "social.opportunities": int(back % 13 == 6),
        }
        for back in range(WEEKS, 0, -1)
    }
