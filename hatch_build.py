"""Bundles Vega once per installation, so that no page ever asks a CDN for it."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLE = Path(__file__).parent / "workshop/widgets/parts/static/vega.js"


class VegaBundle(BuildHookInterface):
    """Writes `vega.js`: one ES module whose only export is vega-embed, with Vega and Vega-Lite."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the bundle unless an earlier build left it."""
        if BUNDLE.exists():
            return
        import vl_convert

        BUNDLE.write_text(
            vl_convert.javascript_bundle("export default vegaEmbed;"), encoding="utf-8"
        )
