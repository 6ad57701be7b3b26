"""Draw which folder of the package imports which, from the imports themselves.

python docs/architecture.py
"""

import ast
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
PACKAGE = HOUSE / "workshop"
TO = HOUSE / "docs/pictures/architecture.svg"

WIDE, HIGH, GAP_X, GAP_Y, EDGE = 120, 44, 40, 70, 20


def imports() -> dict[str, set[str]]:
    """Return for each folder those that it imports from."""
    names = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    found: dict[str, set[str]] = {name: set() for name in sorted(names)}
    for name in found:
        for file in (PACKAGE / name).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                module = node.module if isinstance(node, ast.ImportFrom) else None
                parts = (module or "").split(".")
                if parts[0] == "workshop" and len(parts) > 1 and parts[1] in names - {name}:
                    found[name].add(parts[1])
    return found


def floors(known: dict[str, set[str]]) -> dict[str, int]:
    """Return how high each folder stands: one above the highest that it imports from."""
    done: dict[str, int] = {}
    while len(done) < len(known):
        for name in known:
            if known[name] <= done.keys():
                done.setdefault(name, max((done[below] + 1 for below in known[name]), default=0))
    return done


def nearest(known: dict[str, set[str]]) -> dict[str, set[str]]:
    """Leave out what is reached through another folder anyway."""
    return {
        name: {
            low
            for low in below
            if not any(low in _reached(known, other) for other in below - {low})
        }
        for name, below in known.items()
    }


def _reached(known: dict[str, set[str]], name: str) -> set[str]:
    return known[name].union(*(_reached(known, below) for below in known[name]))


def draw() -> str:
    """Return the picture: what imports stands above what it imports from."""
    known = imports()
    height = floors(known)
    top = max(height.values())
    rows = [[name for name in known if height[name] == floor] for floor in range(top + 1)]
    full = max(map(len, rows)) * (WIDE + GAP_X) - GAP_X
    at = {}
    for floor, row in enumerate(rows):
        left = EDGE + (full - (len(row) * (WIDE + GAP_X) - GAP_X)) / 2
        for place, name in enumerate(row):
            at[name] = (left + place * (WIDE + GAP_X), EDGE + (top - floor) * (HIGH + GAP_Y))
    size = (full + 2 * EDGE, (top + 1) * (HIGH + GAP_Y) - GAP_Y + 2 * EDGE)
    lines = [_line(at[name], at[low]) for name in known for low in sorted(nearest(known)[name])]
    boxes = [_box(name, *place) for name, place in at.items()]
    told = "; ".join(
        f"{name} imports {', '.join(sorted(low)) or 'nothing'}" for name, low in known.items()
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g} {size[1]:g}" '
            'font-family="system-ui, sans-serif" font-size="16" role="img">',
            f"<title>{told}</title>",
            '<rect width="100%" height="100%" rx="10" fill="#faf6f0"/>',
            *lines,
            *boxes,
            "</svg>\n",
        ]
    )


def _line(high: tuple[float, float], low: tuple[float, float]) -> str:
    start, end = (high[0] + WIDE / 2, high[1] + HIGH), (low[0] + WIDE / 2, low[1])
    across, down = end[0] - start[0], end[1] - start[1]
    curve = f"c0 {down / 2:g} {across:g} {down / 2:g} {across:g} {down:g}"
    return (
        f'<path d="M{start[0]:g} {start[1]:g}{curve}" fill="none" stroke="#857c70" '
        'stroke-width="2"/>'
    )


def _box(name: str, x: float, y: float) -> str:
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{WIDE}" height="{HIGH}" rx="8" fill="#fffdfa" '
        f'stroke="#6a2f4f" stroke-width="2"/><text x="{x + WIDE / 2:g}" y="{y + 28:g}" '
        f'text-anchor="middle" fill="#23201c">{name}</text>'
    )


if __name__ == "__main__":
    TO.write_text(draw(), encoding="utf-8")
