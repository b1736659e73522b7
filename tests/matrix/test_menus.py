"""What the frame offers a person opens for that person: nobody is shown a door that is shut to him (G-07)."""

import re

import pytest
from django.urls import reverse
from tests.world import ADMINISTRATORS, CAST, World

LINK = re.compile(r'<a [^>]*href="(/[^"#]*)"')
CONSOLES = {"罗凯": "jobs:system", "梁雪": "accounts:accounts", "韩冰": "accounts:journal"}


def offered(html: str) -> set[str]:
    """Addresses in the side, the head and the foot of the page, without what stands on the page itself."""
    before, _, rest = html.partition("<main")
    after = rest.partition("</main>")[2]
    return {link.partition("?")[0] for part in (before, after) for link in LINK.findall(part)}


@pytest.mark.parametrize("name", CAST)
def test_every_link_of_the_frame_opens(world: World, name: str) -> None:
    client = world.client(name)
    html = client.get(reverse("ui:keys")).content.decode()
    shut = {
        link: code for link in offered(html) if (code := client.get(link).status_code) not in (200, 302, 303)
    }
    assert shut == {}


@pytest.mark.parametrize("name", ADMINISTRATORS)
def test_an_administrator_is_offered_his_console_and_no_business(world: World, name: str) -> None:
    links = offered(world.client(name).get(reverse("ui:keys")).content.decode())
    assert reverse(CONSOLES[name]) in links
    others = {reverse(view) for who, view in CONSOLES.items() if who != name}
    business = {reverse(view) for view in ("supervision:ledger", "supervision:intakes", "supervision:board")}
    assert links & (others | business) == set()
