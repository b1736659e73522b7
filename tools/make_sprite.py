"""Make the icon sprite from @tabler/icons (MIT) and our own status shapes.

    npm pack @tabler/icons@3.51.0 && tar xzf tabler-icons-3.51.0.tgz
    python tools/make_sprite.py package/icons/outline

Writes ``src/zhongshu/ui/static/ui/sprite.svg``. Only the icons named in ICONS go in: add a name, run again, commit.
"""

import re
import sys
from pathlib import Path

SPRITE = Path(__file__).resolve().parent.parent / "src/zhongshu/ui/static/ui/sprite.svg"

ICONS = """
adjustments-horizontal alert-triangle archive arrow-back-up arrow-forward-up bell book bookmark building calendar-event
calendar-user camera chart-histogram check chevron-down chevron-left chevron-right chevron-up circle-check clipboard-check
clipboard-list clock clock-pause device-floppy dots download edit external-link eye eye-check file-text file-upload filter flag folder
git-branch heart-handshake help history home hourglass id-badge-2 inbox info-circle key keyboard link list-check lock login logout
mail mail-opened map-pin message-2 moon package paperclip pencil phone photo player-pause plus printer receipt refresh
rubber-stamp search send settings shield-check signature sitemap sort-ascending sort-descending star sun-high tag
target-arrow text-size trash upload user user-check user-plus users users-group x
""".split()

# One silhouette for each state, so that states differ in greyscale too.
_RING = '<circle cx="9" cy="9" r="6.5" fill="none" stroke="currentColor" stroke-width="2"'
_BANG = '<path d="M9 {}" stroke="#fff" stroke-width="{}" stroke-linecap="round"/><circle cx="9" cy="{}" r="{}" fill="#fff"/>'
SHAPES = {
    "todo": _RING + ' stroke-dasharray="3 2.1"/>',
    "doing": _RING + '/><path d="M9 2.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>',
    "soon": '<path d="M9 1.8 17 16H1z" fill="currentColor"/>' + _BANG.format("6.8v4.4", 1.8, 13.5, 1),
    "late": '<path d="M9 .8 17.2 9 9 17.2.8 9z" fill="currentColor"/>' + _BANG.format("5v4.6", 2, 12.6, 1.15),
    "review": '<rect x="2" y="2" width="14" height="14" rx="2.5" fill="currentColor"/>'
    '<path d="M4.6 9s1.6-2.8 4.4-2.8S13.400 9 13.400 9 11.800 11.800 9 11.800 4.600 9 4.600 9z" fill="none" stroke="#fff" '
    'stroke-width="1.400"/><circle cx="9" cy="9" r="1.2" fill="#fff"/>',
    "done": '<circle cx="9" cy="9" r="7.2" fill="none" stroke="currentColor" stroke-width="1.7"/>'
    '<path d="m5.700 9.300 2.300 2.300 4.400-4.800" fill="none" stroke="currentColor" stroke-width="1.900" '
    'stroke-linecap="round" stroke-linejoin="round"/>',
    "hold": '<rect x="3.500" y="3" width="4" height="12" rx="1" fill="currentColor"/>'
    '<rect x="10.500" y="3" width="4" height="12" rx="1" fill="currentColor"/>',
    "back": '<path d="M6.500 3.500 2.500 7.500l4 4M3 7.500h7.500a4 4 0 0 1 0 8H8" fill="none" stroke="currentColor" '
    'stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
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


def main(folder: Path) -> None:
    """Write the sprite from the outline icons in ``folder``."""
    symbols = [symbol(folder, name) for name in sorted(ICONS)]
    symbols += [
        f'<symbol id="s-{name}" viewBox="0 0 18 18">{SHAPES[name]}</symbol>' for name in sorted(SHAPES)
    ]
    notice = "<!-- Icons: @tabler/icons 3.51.0, MIT, (c) Pawel Kuna. Status shapes: Zhongshu, Apache-2.0. -->"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{notice}\n' + "\n".join(symbols) + "\n</svg>\n"
    SPRITE.write_text(svg, encoding="utf-8")
    sys.stdout.write(f"{len(symbols)} symbols, {len(svg)} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
