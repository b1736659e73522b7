"""What is written down is what there is: pages of use cases, reference of settings."""

from tests.architecture.source import ROOT
from tools import write_action_pages, write_settings_page

ACTIONS = ROOT / "docs" / "actions"


def test_every_use_case_has_its_page_and_no_page_is_left_over() -> None:
    assert sorted(path.stem for path in ACTIONS.glob("*.md")) == sorted(write_action_pages.pages())


def test_pages_of_use_cases_tell_the_present_signature() -> None:
    stale = [
        name
        for name, made in write_action_pages.pages().items()
        if not (ACTIONS / f"{name}.md").read_text(encoding="utf-8").startswith(made)
    ]
    assert stale == [], "run: PYTHONPATH=src python tools/write_action_pages.py"


def test_every_use_case_says_what_it_does() -> None:
    silent = [name for name, made in write_action_pages.pages().items() if "\n\n\n" in made]
    assert silent == []


def test_the_reference_of_settings_is_current() -> None:
    written = write_settings_page.PAGE.read_text(encoding="utf-8")
    assert written == write_settings_page.page(), "run: python tools/write_settings_page.py"


def test_every_setting_has_a_meaning() -> None:
    told = write_settings_page.meanings()
    assert [
        setting.name for setting in write_settings_page.settings() if not told[setting.name].strip()
    ] == []
