"""Plays a whole session in Chromium: a desk, a screen and twelve people, and takes its pictures.

    python docs/played.py [folder] [--lost SECONDS]

Eleven people join at the start and one comes late; three reload in the middle of an answer, and one
loses the connection for a minute while the session goes on. What must hold is checked on the way:
nobody is counted twice, nothing that was answered is lost, and at the end nothing is left.
"""

import argparse
import os
import re
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from pictures import COLOURS, HERE, launch, served
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright
from scenes import OPEN, PITCH

from workshop.packs import Pack, load_pack

KEY = "the-key-of-this-played-session"
PEOPLE, PHONES, RELOADING, LATE = 12, 8, 3, 11
LOST = 60  # seconds
AFTER = "What would you ask me?"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
WALL = {"width": 1920, "height": 1080}
PATIENCE = 90_000  # milliseconds: twelve pages on a small machine
SET = """(slider, value) => {
  slider.value = value;
  for (const name of ["input", "change"]) slider.dispatchEvent(new Event(name, {bubbles: true}));
}"""
FACE, SOCIAL = re.compile("^Events and meet-ups"), re.compile("^Writing")


@dataclass
class Person:
    """Somebody with a page of their own."""

    number: int
    context: BrowserContext
    page: Page

    def choose(self, place: int, option: int) -> None:
        """Choose the n-th option of the n-th question in view."""
        question = self.page.locator(".wk-ratings:visible .wk-choice").nth(place)
        question.get_by_role("radio").nth(option).check(force=True)

    def slide(self, name: re.Pattern[str], value: float) -> None:
        """Bring a slider to a value."""
        self.page.get_by_role("slider", name=name).first.evaluate(SET, value)

    def saved(self) -> None:
        """Wait until the room has everything."""
        expect(self.page.locator(".wk-live-saved")).to_be_visible()

    def at(self, title: str) -> None:
        """Wait until a step is up on this page; whoever has just written is asked first."""
        bar = self.page.locator(".wk-live-bar", has_text=title)
        asked = self.page.locator(".wk-live-ahead button:visible")
        expect(bar.or_(asked).first).to_be_visible()
        if asked.is_visible():
            asked.click()
        expect(bar).to_be_visible()


@dataclass
class Played:
    """The session as it goes on.

    Attributes:
        browser: Chromium.
        address: Where the server is.
        folder: Where pictures go.
        pack: The words on the pages.
        lost: Seconds that one of them is without a connection.
    """

    browser: Browser
    address: str
    folder: Path
    pack: Pack
    lost: float
    people: list[Person] = field(default_factory=list)

    def play(self) -> None:
        """Play it from start to end."""
        self._open()
        for number in range(PEOPLE - 1):
            self._join(number)
        self._arrive()
        self._week()
        self._week_again()
        self._reach()
        self._thousand()
        self._start_over()
        self._close()

    def _open(self) -> None:
        context = self.browser.new_context(reduced_motion="reduce", accept_downloads=True, **LAPTOP)
        self.desk, self.screen = context.new_page(), context.new_page()
        self.screen.set_viewport_size(WALL)
        self.desk.goto(f"{self.address}desk")
        self.desk.get_by_label(self.pack.desk.gate.key).fill(KEY)
        self._press(self.pack.desk.gate.enter)
        self._press(re.compile("^45"))
        self._ready(self.desk)
        self.code = self.desk.url.rstrip("/").rsplit("/", 1)[1]
        self.screen.goto(f"{self.address}screen/{self.code}")
        self._ready(self.screen)

    def _join(self, number: int) -> None:
        device = PHONE if number < PHONES else LAPTOP
        context = self.browser.new_context(reduced_motion="reduce", **device)
        context.set_default_timeout(PATIENCE)
        person = Person(number, context, context.new_page())
        person.page.goto(f"{self.address}join/{self.code}")
        person.page.get_by_role("button", name=self.pack.joining.join).click()
        expect(person.page.locator(".wk-live-bar")).to_be_visible(timeout=PATIENCE)
        self.people.append(person)

    def _arrive(self) -> None:
        for person in self.people:
            for place in range(3):
                person.choose(place, (person.number + place) % 3)
            person.saved()
        self._answered(11, 11)
        self._take("screen-arrive", self.screen)
        self._take("phone-arrive", self.people[0].page)

    def _week(self) -> None:
        self._next("Your week")
        self._press(re.compile("^Timer: "))
        self._join(LATE)
        self.people[LATE].at("Your week")
        for person in self.people:
            person.slide(FACE, 1 + person.number % 4)
            person.slide(SOCIAL, 0.5 * (person.number % 3))
            person.saved()
        for person in self.people[:RELOADING]:
            self._reload(person)
        self._answered(12, 12)
        self._press(self.pack.desk.reveal)
        self._pictured(self.screen)
        for name, page in (("screen", self.screen), ("desk", self.desk)):
            self._take(f"{name}-week", page)
        self._take("phone-week", self.people[0].page)

    def _reload(self, person: Person) -> None:
        before = person.page.get_by_role("slider", name=FACE).first.input_value()
        person.page.reload()
        slider = person.page.get_by_role("slider", name=FACE).first
        expect(slider).to_have_value(before, timeout=PATIENCE)

    def _week_again(self) -> None:
        """Ask once more: half of them stay with what they said."""
        self._press(self.pack.desk.again)
        for person in self.people:
            stay = person.page.get_by_role("button", name=self.pack.live.stay)
            expect(stay.first).to_be_visible()
            if person.number % 2:
                stay.first.click()
            else:
                person.slide(SOCIAL, 3 + person.number % 3)
            person.saved()
        self._answered(12, 12)
        self._press(self.pack.desk.reveal)
        expect(self.screen.get_by_role("img", name=re.compile("try 2"))).to_be_visible()
        self._take("screen-week-twice", self.screen)

    def _reach(self) -> None:
        """Go on while one of them is away; they come back to where the room is."""
        away = self.people[4]
        away.context.set_offline(True)
        left_at = time.monotonic()
        self._next("Many or few")
        for person in self.people:
            if person is not away:
                person.at("Many or few")
                person.page.get_by_role("slider").first.evaluate(SET, 2 + person.number % 5)
                person.saved()
        self._answered(11, 12)
        away.page.wait_for_timeout(max(0, 1000 * (self.lost - (time.monotonic() - left_at))))
        away.context.set_offline(False)
        self._come_back(away)
        self._press(self.pack.desk.reveal)
        self._pictured(self.screen)
        self._take("screen-reach", self.screen)

    def _come_back(self, person: Person) -> None:
        """Go the way that the page offers, if it does not find the way by itself."""
        bar = person.page.locator(".wk-live-bar", has_text="Many or few")
        way = person.page.locator("#wk-connection button:visible")
        expect(bar.or_(way.first).first).to_be_visible(timeout=PATIENCE)
        if not bar.is_visible():
            way.first.click()
        expect(bar).to_be_visible(timeout=PATIENCE)

    def _thousand(self) -> None:
        self._next("A thousand people")
        words = self.pack.thousand_people
        for person in self.people:
            person.at("A thousand people")
            first, second = (PITCH, OPEN) if person.number % 3 else (OPEN, f"{OPEN} {AFTER}")
            page = person.page
            self._write(page, words.draft.label, first)
            page.get_by_role("button", name=words.mirror.open).click()
            self._write(page, words.second.label, second)
            page.get_by_role("button", name=words.second.open).click()
            person.saved()
        self.people[3].page.get_by_role("button", name=self.pack.live.share.press).click()
        self._answered(12, 12)
        self._press(self.pack.desk.texts.put_up)
        expect(self.screen.locator("blockquote")).to_be_visible()
        self._take("screen-text", self.screen)
        self._take("desk-text", self.desk)
        self._press(self.pack.desk.texts.take_down)
        self._press(self.pack.desk.reveal)
        self._pictured(self.screen)
        self._take("screen-thousand", self.screen)

    def _start_over(self) -> None:
        self._next("Start over")
        for person in self.people:
            person.at("Start over")
            person.page.get_by_role("button", name=self.pack.start_over.commitment.open).click()
            person.saved()
        self._answered(12, 12)
        self._press(self.pack.desk.reveal)
        self._pictured(self.screen)

    def _close(self) -> None:
        self._next("Close")
        for person in self.people:
            person.at("Close")
            for place in range(3):
                person.choose(place, 1 + (person.number // 3 + place) % 4)
                person.choose(3 + place, (person.number + place) % 2)
            person.choose(6, 1 + person.number % 3)
            person.saved()
        self._answered(12, 12)
        self._press(self.pack.desk.reveal)
        self._pictured(self.screen)
        self._take("screen-close", self.screen)
        self._take("phone-close", self.people[0].page)
        self._take_home()
        ending = self.pack.desk.ending
        for name in (ending.heading, ending.close, ending.wipe, ending.wipe_really):
            self._press(name)
        expect(self.desk.get_by_text("12 seats")).to_be_visible()

    def _take_home(self) -> None:
        home = self.pack.desk.home
        self._press(home.heading)
        for name in (home.xlsx, home.html):
            with self.desk.expect_download(timeout=PATIENCE) as waiting:
                self._press(name)
            assert Path(waiting.value.path()).stat().st_size > 1000, name

    def _write(self, page: Page, label: str, text: str) -> None:
        page.get_by_role("textbox", name=re.compile("^" + re.escape(label))).first.fill(text)

    def _next(self, title: str) -> None:
        self._press(self.pack.desk.next)
        expect(self.screen.get_by_role("heading", name=title, level=2)).to_be_visible()

    def _press(self, name: str | re.Pattern[str]) -> None:
        exact = isinstance(name, str)
        self.desk.get_by_role("button", name=name, exact=exact).first.click()

    def _answered(self, people: int, seats: int) -> None:
        told = self.pack.tally.answered.format(answered=people, seats=seats)
        for page in (self.desk, self.screen):
            expect(page.get_by_text(told).first).to_be_attached()
        print(f"{told}")

    def _pictured(self, page: Page) -> Locator:
        drawn = page.locator(".wk-chart svg").first
        expect(drawn).to_be_visible()
        return drawn

    def _ready(self, page: Page) -> None:
        expect(page.get_by_role("heading", level=2).first).to_be_visible(timeout=PATIENCE)
        expect(page.locator("#wk-loading")).to_be_hidden()

    def _take(self, name: str, page: Page) -> None:
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_load_state("networkidle")
        file = self.folder / f"{name}.png"
        page.screenshot(path=file)
        with Image.open(file) as picture:
            picture.convert("RGB").quantize(COLOURS).save(file, optimize=True)


def main() -> None:
    """Play a session and take its pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "pictures/session")
    parser.add_argument("--lost", type=float, default=LOST, help="seconds without a connection")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as rooms, sync_playwright() as playwright:
        os.environ |= {"WORKSHOP_ROOMS": f"{rooms}/rooms.db", "WORKSHOP_DESK_KEY": KEY}
        with served(8981) as address:
            browser = launch(playwright)
            Played(browser, address, options.folder, load_pack("en"), options.lost).play()
            browser.close()
    print(f"Played in {time.monotonic() - began:.0f} s; pictures in {options.folder}")


if __name__ == "__main__":
    main()
