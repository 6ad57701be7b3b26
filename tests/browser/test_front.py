"""Our front end shows what Voila's own would: all of ipywidgets, and anywidget."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

CELLS = Path(__file__).parent / "cells"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=[True, False], ids=["run ahead", "run for each visitor"])
def address(request, serve, write_notebook, code):
    """`address("name", *options)` is the address of a notebook with the cell of this name."""

    def _address(name, *options):
        cell = code((CELLS / f"{name}.py").read_text())
        metadata = {"workshop": {"run_ahead": request.param}}
        return serve(write_notebook("# Widgets", cell, **metadata), *options)

    return _address


def test_every_control_is_drawn(address, desktop, problems):
    problems.allow("Failed to load resource")  # a picture and sounds without content
    desktop.goto(address("every_control"))
    expect(desktop.get_by_text("in two by two")).to_be_visible()

    expect(desktop.locator(".every > *")).to_have_count(51)
    for words in ["a label", "some html", "in a row", "in an accordion", "in a stack", "tag"]:
        expect(desktop.get_by_text(words, exact=True).first).to_be_visible()
    expect(desktop.get_by_text("Error")).to_have_count(0)


def test_python_hears_the_page_and_answers(address, desktop):
    desktop.goto(address("answers"))
    desktop.get_by_role("slider").press("ArrowRight")
    expect(desktop.get_by_text("slider: 4")).to_be_visible()
    expect(desktop.get_by_label("linked")).to_have_value("4")
    desktop.get_by_label("words").fill("hello")
    expect(desktop.get_by_text("words: 'hello'")).to_be_visible()
    desktop.get_by_role("checkbox").check()
    expect(desktop.get_by_text("box: True")).to_be_visible()
    desktop.get_by_label("choice").select_option("b")
    expect(desktop.get_by_text("choice: 'b'")).to_be_visible()


def test_a_widget_made_later_is_shown(address, desktop):
    desktop.goto(address("answers"))
    for number in (1, 2):
        desktop.get_by_role("button", name="later").click()
        expect(desktop.get_by_text(f"made {number}")).to_be_visible()


def test_an_output_shows_what_is_printed_into_it(address, desktop):
    desktop.goto(address("output"))
    desktop.get_by_role("button", name="print").click()
    expect(desktop.get_by_text("printed", exact=True)).to_be_visible()
    expect(desktop.locator("em", has_text="displayed")).to_be_visible()
    expect(desktop.get_by_text("a widget inside")).to_be_visible()
    desktop.get_by_role("button", name="wipe").click()
    expect(desktop.get_by_text("printed", exact=True)).to_have_count(0)


def test_anywidgets_run_with_their_style_and_bytes_both_ways(address, desktop):
    desktop.goto(address("counter"))
    counter = desktop.get_by_role("button", name=re.compile("counted"))
    counter.click()
    expect(counter).to_have_text("counted 1")
    expect(counter).to_have_css("color", "rgb(1, 2, 3)")
    desktop.get_by_role("button", name="ask").click()
    expect(desktop.get_by_text("got bytes 98")).to_be_visible()
    expect(desktop.get_by_text("back 9")).to_be_visible()


def test_our_own_asks_for_nothing_of_voilas(address, desktop):
    asked = []
    desktop.on("request", lambda request: asked.append(request.url))
    desktop.goto(address("answers"))
    expect(desktop.get_by_role("slider")).to_be_visible()

    assert not [url for url in asked if "voila/static/" in url or "labextensions" in url]


def test_voilas_own_front_end_is_a_flag_away(address, desktop):
    with desktop.expect_request(re.compile(r"voila/static/voila\.js")):
        desktop.goto(address("answers", "--front=stock"))
    desktop.get_by_role("slider").press("ArrowRight")

    expect(desktop.get_by_text("slider: 4")).to_be_visible()
