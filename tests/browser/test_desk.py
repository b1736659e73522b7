"""The door and the desk in a real Chromium."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.world import LI_MIN, World

pytestmark = pytest.mark.browser


def test_whoever_has_entered_finds_the_desk(seat: Callable[..., Page]) -> None:
    expect(seat(LI_MIN).locator("body")).to_contain_text("今天要办的事")


def test_whoever_has_not_is_shown_the_door(page: Page, live_server: object, world: World) -> None:
    page.goto(f"{live_server}/")
    expect(page).to_have_url(f"{live_server}/enter/?next=%2F")
