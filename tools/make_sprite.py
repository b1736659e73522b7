"""Make the icon sprite from @tabler/icons (MIT) and our own status shapes.

    npm pack @tabler/icons@3.51.0 && tar xzf tabler-icons-3.51.0.tgz
    python tools/make_sprite.py package/icons/outline

Writes ``src/zhongshu/ui/static/ui/sprite.svg``. Only the icons
named in ``tools/icons.txt`` go in: add a name, run again, commit.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "src/zhongshu/ui/static/ui"
SPRITE = STATIC / "sprite.svg"
MANIFEST = STATIC / "vendor" / "MANIFEST.json"

ICONS = (Path(__file__).parent / "icons.txt").read_text(encoding="utf-8").split()

# One silhouette for each state, so that states differ in greyscale too.
_RING = '<circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" stroke-width="2"'
_BANG = '<path d="M9 {}" stroke="#fff" stroke-width="{}" stroke-linecap="round"/>'
_DOT = '<circle cx="9" cy="{}" r="{}" fill="#fff"/>'
SHAPES = {
    "todo": _RING + ' stroke-dasharray="3 2.1"/>',
    "doing": _RING + '/><path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>',
    "soon": '<path d="M9 1.8 17 16H1z" fill="currentColor"/>'
    + _BANG.format("6.8v4.4", 1.8)
    + _DOT.format(13.5, 1),
    "late": '<path d="M9 .8 17.2 9 9 17.2.8 9z" fill="currentColor"/>'
    + _BANG.format("5v4.6", 2)
    + _DOT.format(12.6, 1.15),
    "review": '<rect x="2" y="2" width="14" height="14" rx="2.5" fill="currentColor"/>'
    '<path d="M4.6 9s1.6-2.8 4.4-2.8S13.4 9 13.4 9 11.8 11.8 9 11.8 4.6 9 4.6 9z" fill="none" '
    'stroke="#fff" stroke-width="1.4"/><circle cx="9" cy="9" r="1.2" fill="#fff"/>',
    "done": '<circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" stroke-width="1.7"/>'
    '<path d="m5.7 9.3 2.3 2.3 4.4-4.8" fill="none" stroke="currentColor" stroke-width="1.9" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "hold": '<rect x="3.5" y="3" width="4" height="12" rx="1" fill="currentColor"/>'
    '<rect x="10.5" y="3" width="4" height="12" rx="1" fill="currentColor"/>',
    "back": '<path d="M6.5 3.5 2.5 7.5l4 4M3 7.5h7.5a4 4 0 0 1 0 8H8" fill="none" '
    'stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
    "on": '<circle cx="9" cy="9" r="6.5" fill="currentColor"/>',
    "none": '<path d="M4 9h10" stroke="currentColor" stroke-width="2.5" stroke-linecap="round"/>',
}


def symbol(folder: Path, name: str) -> str:
    """One icon as a ``<symbol>``, without its frame, comments and outer blanks."""
    text = re.sub(r"<!--.*?-->", "", (folder / f"{name}.svg").read_text(encoding="utf-8"), flags=re.S)
    found = re.search(r"<svg[^>]*>(.*)</svg>", text, re.S)
    if found is None:
        raise SystemExit(f"{name}.svg holds no drawing")
    body = re.sub(r'<path[^>]*d="M0 0h24v24H0z"[^>]*/>', "", found.group(1))
    body = re.sub(r"\s+", " ", body).strip()
    return f'<symbol id="i-{name}" viewBox="0 0 24 24">{body}</symbol>'


def record(digest: str) -> None:
    """Write the sprite's digest into the manifest of what we ship of others' work."""
    entries = json.loads(MANIFEST.read_text(encoding="utf-8"))
    for entry in entries:
        if entry["file"] == SPRITE.name:
            entry["sha256"] = digest
    MANIFEST.write_text(json.dumps(entries, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Write the sprite from the outline icons in ``folder``."""
    symbols = [symbol(folder, name) for name in sorted(ICONS)]
    symbols += [
        f'<symbol id="s-{name}" viewBox="0 0 18 18">{SHAPES[name]}</symbol>' for name in sorted(SHAPES)
    ]
    notice = "<!-- Icons: @tabler/icons 3.51.0, MIT, (c) Pawel Kuna. Status shapes: Zhongshu, Apache-2.0. -->"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{notice}\n' + "\n".join(symbols) + "\n</svg>\n"
    SPRITE.write_text(svg, encoding="utf-8")
    record(hashlib.sha256(svg.encode()).hexdigest())
    sys.stdout.write(f"{len(symbols)} symbols, {len(svg)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
