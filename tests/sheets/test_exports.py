"""Exports are told by their columns, whatever the file is called."""

import json
from datetime import date

import pytest
import samples

from workshop.sheets import SheetError, read_export


def test_linkedin_tells_followers_and_how_often_posts_were_shown():
    history = read_export(samples.linkedin(posts=20, followers=2345))

    assert history.platform == "linkedin"
    assert history.followers == 2345
    assert history.screens
    assert len(history.posts) == 20
    assert (history.posts[0].reached, history.posts[-1].reached) == (130, 149)
    assert history.posts[0].day == samples.FIRST


def test_x_tells_texts_screens_and_replies():
    history = read_export(samples.x(50))

    assert (history.platform, len(history.posts), history.screens) == ("x", 50, True)
    assert history.posts[1].text == samples.PITCH
    assert [post.answers for post in history.posts[:4]] == [0, 1, 2, 0]
    assert history.followers is None


def test_x_of_older_years_is_still_read():
    rows = [["Tweet id", "Tweet text", "time", "impressions", "replies"]]
    rows.append(["1", "Hello", "2022-07-28 15:18 +0000", "120.0", "2.0"])
    history = read_export(samples.as_text(rows).encode())

    assert (history.platform, history.posts[0].day) == ("x", date(2022, 7, 28))
    assert (history.posts[0].reached, history.posts[0].answers) == (120, 2)


@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_metas_two_exports_are_told_apart(platform):
    history = read_export(getattr(samples, platform)(12))

    assert (history.platform, history.screens) == (platform, False)
    assert [post.reached for post in history.posts[:2]] == [250, 251]
    assert [post.answers for post in history.posts[:5]] == [0, 1, 2, 3, 0]
    assert history.posts[0].day == samples.FIRST


@pytest.mark.parametrize("data", [samples.mastodon_zip(), samples.mastodon_tar()], ids=["z", "t"])
def test_mastodons_archive_is_opened_for_its_outbox(data):
    history = read_export(data)

    assert (history.platform, len(history.posts)) == ("mastodon", 12)
    assert history.posts[0].text == f"{samples.QUESTION}\nAna & Ben"


def test_an_outbox_alone_is_read_as_well():
    assert len(read_export(samples.outbox(3).encode()).posts) == 3


def test_damaged_notes_are_left_out():
    outbox = json.loads(samples.outbox(3))
    outbox["orderedItems"][1]["object"]["published"] = "yesterday"
    outbox["orderedItems"][2]["object"]["content"] = None
    outbox["orderedItems"].append({"type": "Create", "object": "https://example.social/2"})
    outbox["orderedItems"].append("nothing")

    assert len(read_export(json.dumps(outbox).encode()).posts) == 1


def test_the_name_of_a_platform_does_not_matter_but_its_columns_do():
    with pytest.raises(SheetError) as told:
        read_export(b"Name,Value\nlinkedin.xlsx,3\n")

    assert told.value.kind == "no_export"


def test_json_without_posts_is_no_export():
    with pytest.raises(SheetError, match="no_export"):
        read_export(b'{"orderedItems": 3}')


def test_an_export_without_a_post_says_so():
    with pytest.raises(SheetError, match="no_posts"):
        read_export(samples.x(0))


def test_a_count_that_is_no_number_is_named_by_row_and_column():
    data = samples.x(5).replace(b",402,", b",many,")
    with pytest.raises(SheetError) as told:
        read_export(data)

    assert told.value.kind == "not_a_number"
    assert told.value.where == {"row": 4, "column": "Impressions", "found": "many"}


def test_dates_that_could_be_read_both_ways_are_read_as_the_platform_writes_them():
    history = read_export(samples.linkedin(posts=2))

    assert [post.day for post in history.posts] == [date(2026, 7, 6), date(2026, 7, 9)]


def test_what_somebody_said_about_day_and_month_wins():
    history = read_export(samples.linkedin(posts=2), "dmy")

    assert [post.day for post in history.posts] == [date(2026, 6, 7), date(2026, 9, 7)]


def test_columns_that_are_missing_are_not_made_up():
    rows = [["Post text", "Date", "Impressions"], ["Hello", "Jul 14, 2026", ""]]
    post = read_export(samples.as_text(rows).encode()).posts[0]

    assert (post.reached, post.answers) == (None, None)


def test_a_table_of_posts_without_a_date_before_its_impressions_is_not_linkedins():
    rows = [["Post URL", "Impressions", "Post publish date"], ["https://x", "3", "7/6/2026"]]
    with pytest.raises(SheetError, match="no_export"):
        read_export(samples.workbook(Posts=rows))


def test_linkedin_without_its_sheet_of_followers_tells_none():
    heads = ["Post URL", "Post publish date", "Impressions"]
    history = read_export(samples.workbook(Top=[heads, ["https://x", "7/16/2026", "1,200"]]))

    assert (history.followers, history.posts[0].reached) == (None, 1200)


def test_dates_of_a_platform_that_writes_them_out_are_asked_about_when_they_are_not():
    rows = [["Post text", "Date", "Impressions"], ["Hello", "03/04/2026", "3"]]
    with pytest.raises(SheetError, match="which_order"):
        read_export(samples.as_text(rows).encode())
