"""Spanish and German posts of our own, as `bench/reading.py tests/reading/posts` measures them."""

import json
from pathlib import Path

import pytest

from workshop.reading import read

FILES = sorted((Path(__file__).parent / "posts").glob("*.jsonl"))
POSTS = [json.loads(line) for file in FILES for line in file.read_text("utf-8").splitlines()]
PITCHES = [post for post in POSTS if post["label"] == "pitch"]
OTHERS = [post for post in POSTS if post["label"] == "conversation"]


@pytest.mark.parametrize("post", PITCHES, ids=lambda post: post["id"])
def test_a_pitch_is_seen_in_the_language_it_is_written_in(post):
    assert read(post["text"]).lean < 0


@pytest.mark.parametrize("post", OTHERS, ids=lambda post: post["id"])
def test_what_people_tell_and_ask_each_other_is_no_pitch(post):
    assert read(post["text"]).band in ("friendly", "conversation")


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post["id"])
def test_its_language_is_known(post):
    assert read(post["text"]).language == post["id"].partition("-")[0]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_there_are_enough_of_each_kind(file):
    posts = [post for post in POSTS if post["id"].startswith(file.stem)]
    clear = [post["label"] for post in posts if not post.get("tricky")]

    assert min(clear.count("pitch"), clear.count("conversation")) >= 40
    assert len(posts) - len(clear) >= 20
