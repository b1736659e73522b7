"""What browsers load: digests, budgets, joined sources, icons that exist."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import zhongshu

PACKAGE = Path(zhongshu.__file__).parent
STATIC = PACKAGE / "ui" / "static" / "ui"
VENDOR = STATIC / "vendor"
CHECKOUT = PACKAGE.parent.parent
ENTRIES = json.loads((VENDOR / "MANIFEST.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_what_we_ship_of_others_is_what_the_manifest_says(entry: dict[str, str]) -> None:
    assert hashlib.sha256((STATIC / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]
    assert (STATIC / entry["licence_file"]).stat().st_size > 100
    assert entry["licence"] in {"0BSD", "MIT", "Apache-2.0"}
    assert entry["version"] in entry["source"]


def test_no_script_of_others_is_missing_from_the_manifest() -> None:
    assert {f"vendor/{path.name}" for path in VENDOR.glob("*.js")} <= {entry["file"] for entry in ENTRIES}


@pytest.mark.parametrize(
    ("name", "limit_kib"), [("zhongshu.css", 15), ("zhongshu.js", 7), ("board.js", 3), ("sprite.svg", 6)]
)
def test_size_budgets(name: str, limit_kib: int) -> None:
    assert len(gzip.compress((STATIC / name).read_bytes(), 9)) <= limit_kib * 1024


def test_the_joined_files_are_up_to_date() -> None:
    script = CHECKOUT / "tools" / "build_assets.py"
    result = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_styles_use_nothing_newer_than_the_browsers_of_offices() -> None:
    css = (STATIC / "zhongshu.css").read_text(encoding="utf-8")
    for newer in ("color-mix(", "@starting-style", "@scope", "oklch(", "subgrid", "light-dark(", "@import"):
        assert newer not in css
    assert "url(" not in css


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    sprite = (STATIC / "sprite.svg").read_text(encoding="utf-8")
    known = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    named = set()
    for path in PACKAGE.rglob("templates/**/*.html"):
        text = path.read_text(encoding="utf-8")
        named |= {f"i-{name}" for name in re.findall(r"""{% icon ["']([a-z0-9-]+)["']""", text)}
        named |= {f"s-{name}" for name in re.findall(r"""{% (?:shape|status) ["']([a-z]+)["']""", text)}
    assert named
    assert named <= known, f"add to tools/icons.txt: {sorted(named - known)}"


@pytest.fixture(scope="module")
def written() -> str:
    """Everything that can name a class or an icon: templates, Python and our own scripts."""
    kinds = (
        "templates/**/*.html",
        "**/*.py",
        "ui/scripts/*.js",
        "**/static/**/board.js",
        "**/static/**/split.js",
    )
    return "\n".join(path.read_text(encoding="utf-8") for kind in kinds for path in PACKAGE.rglob(kind))


def test_every_class_of_the_styles_is_worn(written: str) -> None:
    """As a word, or by its stem where the end is filled in (``st--{{ state }}``)."""
    css = re.sub(r"\{[^{}]*\}", "{}", (STATIC / "zhongshu.css").read_text(encoding="utf-8"))
    worn = set(re.findall(r"[A-Za-z][\w-]*", written))
    stems = set(re.findall(r"([a-z_]+--)[\"'{ ]", written))
    named = set(re.findall(r"\.([A-Za-z_][\w-]*)", css))
    assert len(named) > 200
    assert [name for name in sorted(named - worn) if f"{name.partition('--')[0]}--" not in stems] == []


def test_every_icon_of_the_sprite_is_named(written: str) -> None:
    icons = (CHECKOUT / "tools" / "icons.txt").read_text(encoding="utf-8").split()
    quoted = set(re.findall(r"[\"']([a-z0-9-]+)[\"']", written))
    assert sorted(set(icons) - quoted) == []
