"""Bundles Vega once per installation, so that no page ever asks a CDN for it."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PARTS = Path(__file__).parent / "workshop/widgets/parts"
BUNDLE = PARTS / "static/vega.js"


class VegaBundle(BuildHookInterface):
    """Writes `vega.js`: one ES module whose only export is vega-embed, with Vega and Vega-Lite."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle unless an earlier build left it, and join the parts' own files."""
        if version != "editable":  # where files still change, they are joined when asked for
            self._join_parts()
        if BUNDLE.exists():
            return
        import vl_convert

        BUNDLE.write_text(
            vl_convert.javascript_bundle("export default vegaEmbed;"), encoding="utf-8"
        )

    def _join_parts(self) -> None:
        spec = importlib.util.spec_from_file_location("files", PARTS / "files.py")
        files = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(files)
        for name, text in files.JOINED.items():
            (files.STATIC / name).write_text(text(), encoding="utf-8")
