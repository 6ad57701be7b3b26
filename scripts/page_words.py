"""Write the template's own copy of the English page, for where no server of ours hands one in.

    python scripts/page_words.py

Plain Voila and a Jupyter server render our template without us. A test says when to run this.
"""

import json
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent / "workshop"
FROM = HERE / "packs/en/page.toml"
TO = HERE / "serving/jupyter/voila/templates/workshop/words.macro.html.j2"

AROUND = """\
{{# What the page itself says, and in which language. A server of ours hands it in; the English
   is that of packs/en/page.toml, written here by scripts/page_words.py for plain Voila. #}}
{{% set english = {words} %}}
{{% set otherwise = {{"lang": "en", "dir": "ltr", "look": {{}}, "words": english}} %}}
{{% set speech = (page_config or {{}}).workshopSpoken or spoken or otherwise %}}
{{% set words = speech.words %}}
"""


def macro() -> str:
    """Return the file as it should be."""
    words = tomllib.loads(FROM.read_text(encoding="utf-8"))
    return AROUND.format(words=json.dumps(words, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    TO.write_text(macro(), encoding="utf-8")
