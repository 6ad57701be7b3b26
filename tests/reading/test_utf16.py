"""Places in a text as a browser counts them."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.reading import read, utf16_offsets

ODD = st.lists(
    st.sampled_from(["😀", "👩‍👩‍👧", "e\u0301", "אב", "مرحبا", "\u202e", "𝗕", "İ", "a", " ", "\n"])
)
TEXTS = st.one_of(st.text(), ODD.map("".join))


def _units(text):
    return text.encode("utf-16-le", "surrogatepass")


@given(TEXTS)
def test_a_place_is_as_far_in_as_a_browser_counts(text):
    counted = [len(_units(text[:place])) // 2 for place in range(len(text) + 1)]

    assert list(utf16_offsets(text)) == counted


@given(ODD.map("".join))
def test_a_browser_cuts_out_the_words_that_were_found(odd):
    text = f"{odd} Come and see, link in bio! {odd}"
    places, units = utf16_offsets(text), _units(text)
    for hit in read(text).hits:
        cut = units[2 * places[hit.start] : 2 * places[hit.end]]

        assert cut.decode("utf-16-le") == text[hit.start : hit.end]


def test_a_lone_surrogate_is_one_unit():
    assert list(utf16_offsets("a\ud800b")) == [0, 1, 2, 3]
