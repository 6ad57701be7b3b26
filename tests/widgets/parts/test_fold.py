from workshop.widgets.parts import Fold, Prose


def _fold(built):
    def build():
        built.append(Prose("Deep"))
        return built

    return Fold("More", build)


def test_nothing_is_built_before_it_is_opened():
    built = []
    _fold(built)

    assert built == []


def test_opening_builds_once_and_shows():
    built = []
    fold = _fold(built)
    for _ in range(3):
        fold.press.click()

    assert len(built) == 1
    assert fold.body.children == tuple(built)
    assert fold.body.layout.display is None
    assert fold.press.expanded is True


def test_closing_hides_what_was_built():
    fold = _fold([])
    fold.opened = True
    fold.opened = False

    assert fold.body.layout.display == "none"
    assert fold.press.expanded is False


def test_an_empty_fold_is_still_built_only_once():
    calls = []
    fold = Fold("More", lambda: calls.append(1) or [])
    fold.opened = True
    fold.opened = False
    fold.opened = True

    assert calls == [1]
