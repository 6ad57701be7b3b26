import re

from workshop.widgets.parts import files

WIDGETS = files.STATIC.parent.parent
TEMPLATE = WIDGETS.parent / "serving/jupyter/voila/templates/workshop"


def test_the_shim_stays_under_a_kilobyte():
    assert len(files.shim().encode()) < 1024


def test_the_shim_knows_the_version():
    assert files.version() in files.shim()
    assert "VERSION" not in files.shim()


def test_the_ground_comes_first_then_the_parts_then_the_exercises():
    sheets = [path for path in files.listing().values() if path.suffix == ".css"]
    of_exercises = [path.parent.name == "exercises" for path in sheets]

    assert sheets[0].name == "ground.css"
    assert of_exercises == sorted(of_exercises)


def test_all_sheets_in_one_keep_their_order():
    sheets = [
        path.read_text(encoding="utf-8")
        for path in files.listing().values()
        if path.suffix == ".css"
    ]

    assert files.sheets() == "\n".join(sheets)


def test_no_two_files_have_one_name():
    names = [path.name for path in files.STATIC.rglob("*") if path.suffix in files.TYPES]

    assert len(names) == len(set(names))


def test_every_class_in_a_sheet_is_given_to_something():
    """A class may be put together: `wk-way-{}` makes `wk-way-agree`."""
    scripts = [path for name, path in files.listing().items() if name.endswith(".js")]
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in [*scripts, *WIDGETS.rglob("*.py"), *TEMPLATE.glob("*.html")]
        if path.name != "vega.js"
    )
    given = set(re.findall(r"(?<!--)\bwk-[\w-]+", code))
    # A part has a class of its name: dress(el, "range") makes `wk-range`.
    given |= {f"wk-{name}" for name in re.findall(r'dress\(el, "([\w-]+)"', code)}
    begun = tuple(name for name in given if name.endswith("-"))
    styled = set(re.findall(r"\.(wk-[\w-]+)", re.sub(r"/\*.*?\*/", "", files.sheets(), flags=re.S)))

    assert sorted(name for name in styled - given if not name.startswith(begun)) == []


def test_all_scripts_in_one_export_what_each_exports_alone():
    """Joining knows three forms of export; a script with another would lose it."""
    for name, path in files.listing().items():
        if name.endswith(".js") and name not in files.APART:
            text = path.read_text(encoding="utf-8")
            assert len(re.findall(r"^export\b", text, re.M)) == len(files.EXPORT.findall(text)), (
                name
            )
            assert f'"{name}": (() => {{' in files.scripts()
    assert len(re.findall(r"^export\b", files.scripts(), re.M)) == 1


def test_a_page_may_ask_for_files_of_the_folder_and_for_nothing_else():
    assert files.content("all.js") == files.scripts().encode()
    assert files.content("vega.js") == files.listing()["vega.js"].read_bytes()
    assert files.content("../part.py") is None


def test_the_version_follows_the_files(monkeypatch, tmp_path):
    monkeypatch.setattr(files, "STATIC", tmp_path)
    fresh_listing = files.listing.__wrapped__
    monkeypatch.setattr(files, "listing", fresh_listing)
    (tmp_path / "a.js").write_text("1")
    first = files.version.__wrapped__()
    (tmp_path / "a.js").write_text("2")

    assert files.version.__wrapped__() != first


def test_no_script_asks_another_machine():
    for name, path in files.listing().items():
        if name != "vega.js":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"""(import|from|fetch|src|url)\W{1,3}https?://""", text), name


def test_modules_load_one_another_only_through_the_shim():
    for name, path in files.listing().items():
        if name.endswith(".js") and name != "vega.js":
            assert not re.search(r"^\s*import\b", path.read_text(encoding="utf-8"), re.M), name
