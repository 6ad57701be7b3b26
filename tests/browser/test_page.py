"""The page around the widgets, in the browser that participants have."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

WIDGETS = """
import anywidget, traitlets
from ipywidgets import IntSlider, Label, VBox

class Counter(anywidget.AnyWidget):
    _esm = '''
    export default { render({ model, el }) {
      const button = document.createElement("button");
      const show = () => { button.textContent = `pressed ${model.get("count")} times`; };
      button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
      model.on("change:count", show); show(); el.append(button);
    } };
    '''
    count = traitlets.Int(0).tag(sync=True)
    doubled = traitlets.Int(0)

counter, label = Counter(), Label("doubled: 0")
counter.observe(lambda change: setattr(label, "value", f"doubled: {change.new * 2}"), "count")
VBox([counter, label])
"""


@pytest.fixture(scope="module")
def tiny(serve, write_notebook, code):
    return serve(write_notebook("# A tiny notebook\n\nWith some text.", code(WIDGETS)))


@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_widgets_appear_and_their_kernel_answers(tiny, request, device):
    page = request.getfixturevalue(device)
    page.goto(tiny)
    page.get_by_role("button", name="pressed 0 times").click()

    expect(page.get_by_text("pressed 1 times")).to_be_visible()
    expect(page.get_by_text("doubled: 2")).to_be_visible()


def test_the_loading_message_gives_way_to_the_content(serve, write_notebook, code, desktop):
    each = write_notebook("# A tiny notebook", code(WIDGETS), workshop={"run_ahead": False})
    desktop.goto(serve(each), wait_until="commit")

    expect(desktop.get_by_role("status")).to_contain_text("Starting your own copy")
    expect(desktop.get_by_role("heading", name="A tiny notebook")).to_be_visible()
    expect(desktop.get_by_role("status")).to_have_count(0)


def test_the_first_tab_stop_skips_to_the_content(tiny, desktop):
    desktop.goto(tiny)
    expect(desktop.get_by_role("main")).not_to_have_attribute("aria-busy", "true")
    desktop.keyboard.press("Tab")
    expect(desktop.get_by_role("link", name="Skip to the content")).to_be_focused()
    desktop.keyboard.press("Enter")

    expect(desktop.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_theme_can_be_asked_for_in_the_address(tiny, desktop, theme):
    desktop.goto(f"{tiny}?theme={theme}")

    expect(desktop.locator("html")).to_have_attribute("data-theme", theme)
    expect(desktop.locator("html")).to_have_css("color-scheme", theme)


def test_the_theme_follows_the_device_otherwise(tiny, desktop):
    desktop.emulate_media(color_scheme="dark")
    desktop.goto(tiny)
    expect(desktop.locator("html")).to_have_css("color-scheme", "dark")
    desktop.emulate_media(color_scheme="light")

    expect(desktop.locator("html")).to_have_css("color-scheme", "light")


def test_nothing_scrolls_sideways_on_the_narrowest_phone(tiny, phone):
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(tiny)
    expect(phone.get_by_role("main")).not_to_have_attribute("aria-busy", "true")

    assert phone.evaluate("document.documentElement.scrollWidth") == 320


def test_a_cell_that_fails_says_so_in_plain_words(serve, write_notebook, code, desktop):
    desktop.goto(serve(write_notebook("# Broken", code("1 / 0"), "Never shown")))

    expect(desktop.get_by_role("alert")).to_contain_text("Something went wrong here")
    expect(desktop.get_by_role("alert")).to_contain_text("Reload the page")
    expect(desktop.get_by_text("ZeroDivisionError")).to_have_count(0)
