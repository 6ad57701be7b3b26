"""Whatever is typed stays a text: nothing in it runs, loads or becomes part of the page."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TRAP = """
window.caught = [];
for (const name of ['trap', 'alert', 'confirm', 'prompt', 'print', 'open'])
  window[name] = () => window.caught.push(name);
"""

RUNS = [
    "<script>trap()</script>",
    "</textarea><script>trap()</script>",
    "</script><script>trap()</script>",
    "<ScRiPt>trap()</sCrIpT>",
    "<script src='//example.org/trap.js'></script>",
    "<scr<script>ipt>trap()</scr</script>ipt>",
    "<img src=x onerror=trap()>",
    '<img src="x" onerror="trap()">',
    "<img/src=x/onerror=trap()>",
    "<img src=x:x onerror=\ntrap()>",
    "<svg onload=trap()>",
    "<svg><script>trap()</script></svg>",
    "<svg><animate onbegin=trap() attributeName=x dur=1s>",
    "<math><mtext></mtext><mglyph><style></math><img src onerror=trap()>",
    "<body onload=trap()>",
    "<iframe src='javascript:parent.trap()'></iframe>",
    "<iframe srcdoc='&lt;script&gt;parent.trap()&lt;/script&gt;'>",
    "<object data='data:text/html,<script>parent.trap()</script>'>",
    "<embed src='javascript:trap()'>",
    "<video><source onerror=trap()></video>",
    "<audio src=x onerror=trap()>",
    "<details open ontoggle=trap()>",
    "<input autofocus onfocus=trap()>",
    "<select autofocus onfocus=trap()>",
    "<marquee onstart=trap()>",
    "<style>@import 'http://example.org/trap.css'; * { color: red }</style>",
    "<link rel=stylesheet href='http://example.org/trap.css'>",
    "<meta http-equiv=refresh content='0;url=http://example.org/'>",
    "<base href='http://example.org/'>",
    "<form action='javascript:trap()'><button>Press</button></form>",
    "<a href='javascript:trap()'>Press</a>",
    '" onmouseover="trap()" x="',
    "' autofocus onfocus='trap()' x='",
    '"><img src=x onerror=trap()>',
    "--><img src=x onerror=trap()><!--",
    "]]><img src=x onerror=trap()><![CDATA[",
    "&lt;img src=x onerror=trap()&gt;",
    "&#60;img src=x onerror=trap()&#62;",
    "\\u003cimg src=x onerror=trap()\\u003e",
    "%3Cimg%20src=x%20onerror=trap()%3E",
    "{{constructor.constructor('trap()')()}}",
    "${trap()} #{trap()} <%= trap() %>",
    "</mark></div></bdi></blockquote><img src=x onerror=trap()>",
    "Book your <img src=x onerror=trap()> call now!",
    "Book your </bdi><svg onload=trap()> call now, only 3 spots left!",
    "<template><img src=x onerror=trap()></template>",
    "<noscript><p title='</noscript><img src=x onerror=trap()>'>",
    "<plaintext><xmp><listing>",
]
BENDS = [
    "\u202eBook your call now\u202c turned round",
    "never closed \u202e\u2066\u2067\u202d and on",
    "zero\u200bwidth\u200d\ufeff letters",
    "bells \x07 and escapes \x1b[31m and \x7f",
    "Z\u0351\u036b\u0343a\u0329l\u0348g\u0346o" * 4,
    "👩‍👩‍👧‍👦🏴‍☠️👍🏽",
    "مرحبا @acme, What are you up to? שלום",
]
ALL = RUNS + BENDS
NOT_OURS = (
    "script, iframe, object, embed, svg, math, form, link, style, img, video, audio, meta, base"
)


@pytest.fixture
def page(desktop, serve):
    desktop.add_init_script(TRAP)
    desktop.goto(serve("post_assessment"))
    expect(_draft(desktop)).to_be_visible(timeout=60_000)
    return desktop


@pytest.fixture
def asked(page):
    """Every address that the page asks for from now on, but for our own scripts and sheets."""
    addresses = []

    def _note(request):
        if "/static/" not in request.url:
            addresses.append(request.url)

    page.on("request", _note)
    return addresses


def _draft(page, name="Your post"):
    return page.get_by_role("textbox", name=re.compile(name))


def _press(page, name):
    return page.get_by_role("button", name=name, exact=True)


def _shown(page):
    """The annotated texts as they were typed, without the signs that stand for a criterion."""
    return page.locator(".wk-annotated-text:visible").evaluate_all(
        """texts => texts.map((text) => {
          const plain = text.cloneNode(true);
          const ours = plain.querySelectorAll('.wk-sign, .wk-unseen, .wk-note');
          ours.forEach((part) => part.remove());
          return plain.textContent;
        })"""
    )


def _nothing_ran(page):
    assert page.evaluate("window.caught") == []
    assert page.locator(".wk-exercise").locator(NOT_OURS).count() == 0
    assert (
        page.evaluate(
            """() => [...document.querySelectorAll('.wk-exercise *')].filter((one) =>
          [...one.attributes].some(({ name, value }) => /^on/i.test(name)
            || /^\\s*javascript:/i.test(value))).length"""
        )
        == 0
    )


def _open(page, text):
    _draft(page).fill(text)
    five = page.get_by_role("radio", name="4", exact=True)
    for group in page.get_by_role("group").filter(has=five).all():
        group.get_by_role("radio", name="3", exact=True).check(force=True)
    expect(page.get_by_text("All six are rated").first).to_be_visible()
    _press(page, "Show the second opinion").click()
    expect(page.get_by_role("heading", name="A second opinion")).to_be_visible()


def test_a_whole_list_of_attacks_goes_through_the_page_as_text(page, asked):
    text = "\n".join(ALL)
    _open(page, text)
    for mark in page.locator(".wk-opinion mark").all():
        mark.click()
    assert _shown(page) == [text]

    _press(page, "I see it differently because ...").first.click()
    _draft(page, "Because").fill("".join(RUNS)[:1000])
    again = _draft(page, "Your second version")
    again.fill(text[::-1][:4000] + "\n".join(RUNS[:8]))
    _press(page, "Show the versions side by side").click()
    _press(page, "Write a third version").click()
    third = _draft(page, "Your third version")
    third.fill("\n".join(ALL[::-1]))
    expect(page.locator(".wk-versions .wk-annotated-text").last).to_contain_text("<plaintext>")
    assert _shown(page)[-1] == "\n".join(ALL[::-1])
    _nothing_ran(page)
    assert asked == []

    page.reload()
    expect(third).to_have_value("\n".join(ALL[::-1]), timeout=60_000)
    _nothing_ran(page)


def test_each_attack_is_mirrored_letter_for_letter(page, asked):
    _open(page, "Book your call now! What are you working on this week?")
    again = _draft(page, "Your second version")
    mirror = page.locator(".wk-rewriting .wk-mirror:visible")
    for text in ALL:
        again.fill(f"{text} Book your call now!")
        expect(mirror.locator("mark").last).to_contain_text("now")
        assert mirror.text_content() == f"{text} Book your call now!\n"
    _nothing_ran(page)
    assert asked == []


def test_what_is_no_text_is_left_out_and_the_rest_is_kept(page):
    _draft(page).evaluate(
        """area => {
          area.value = 'a\\0b \\ud83d and \\udc00 Book your call now!';
          area.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }"""
    )
    expect(page.get_by_text("Now rate it yourself").first).to_be_visible()
    page.reload()

    expect(_draft(page)).to_have_value("ab  and  Book your call now!", timeout=60_000)
