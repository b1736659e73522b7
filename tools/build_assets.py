"""Join the look's sources into the two files that browsers load.

    python tools/build_assets.py            write src/zhongshu/ui/static/ui/zhongshu.{css,js}
    python tools/build_assets.py --check    exit 1 if the committed result differs from the sources

Sources: ``src/zhongshu/ui/styles/*.css`` and ``src/zhongshu/ui/scripts/*.js``, in the order of their names.
Joining drops comments that stand on lines of their own and leading blanks; it does nothing else.
"""

import re
import sys
from pathlib import Path

UI = Path(__file__).resolve().parent.parent / "src" / "zhongshu" / "ui"
RESULTS = {"zhongshu.css": ("styles", "*.css"), "zhongshu.js": ("scripts", "*.js")}
_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$\n?", re.S | re.M)
_INDENT = re.compile(r"^[ \t]+", re.M)


def joined(folder: str, pattern: str) -> str:
    """The sources of one result, in the order of their names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((UI / folder).glob(pattern))]
    head = "/* Zhongshu, Apache-2.0. Joined by tools/build_assets.py; edit the sources. */\n"
    return head + "".join(_INDENT.sub("", _COMMENT.sub("", text)).replace("\n\n", "\n") for text in texts)


def main(arguments: list[str]) -> int:
    """Write the results, or with ``--check`` only compare them; 1 when a committed result is stale."""
    stale = []
    for name, (folder, pattern) in RESULTS.items():
        result = UI / "static" / "ui" / name
        text = joined(folder, pattern)
        if "--check" not in arguments:
            result.write_text(text, encoding="utf-8")
        elif not result.exists() or result.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        sys.stderr.write(f"{name} is stale: run python tools/build_assets.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
