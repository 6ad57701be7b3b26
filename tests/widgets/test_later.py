"""What is done once the hand has come to rest."""

import asyncio

from workshop import RelationshipGrowth, TimeBudget
from workshop.widgets.later import Later


def test_without_a_loop_it_is_done_at_once():
    done = []
    Later(lambda: done.append(1))("a change")

    assert done == [1]


def test_many_calls_in_a_row_are_done_once():
    async def _call_often():
        done = asyncio.Event()
        times = []

        def _do():
            times.append(1)
            done.set()

        later = Later(_do, rest=0.01)
        for _ in range(5):
            later()
        at_once = len(times)
        await asyncio.wait_for(done.wait(), 10)
        return at_once, len(times)

    assert asyncio.run(_call_often()) == (0, 1)


def test_a_week_that_is_dragged_does_not_wait_for_the_months_below_it():
    week = TimeBudget()
    growth = RelationshipGrowth(week=week)

    async def _drag():
        followed = asyncio.Event()
        growth.observe(lambda _: followed.set(), "result")
        before = growth.answer["hours"]
        for hours in (1.0, 2.0, 3.0):
            week.change(hours={**week.answer["hours"], "events": hours})
        meanwhile = growth.answer["hours"]
        await asyncio.wait_for(followed.wait(), 10)
        return before, meanwhile

    before, meanwhile = asyncio.run(_drag())

    assert meanwhile == before
    assert growth.answer["hours"] == week.result["media"]["face_to_face"]["hours_week"]
