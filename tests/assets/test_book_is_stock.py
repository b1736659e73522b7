"""F-12 as a law: whatever is found and however it moves, after a stocktake the book says what was counted."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.assets import story
from tests.assets.story import MANAGER
from tests.world import AT, CHEN_LI, HE_WEI, SHEN_JING, World, build
from zhongshu.assets import queries, services
from zhongshu.assets.models import Asset, State

quantities = st.integers(1, 30)
rounds = st.lists(
    st.tuples(
        st.lists(st.integers(0, 35), min_size=4, max_size=4),  # what is found of each card, as it comes
        st.lists(quantities, max_size=2),  # what stands on none
        st.lists(
            st.sampled_from(["enter", "lend", "back", "idle", "use"]), max_size=5
        ),  # what happens before it
    ),
    min_size=1,
    max_size=2,
)


def book() -> dict[int, int]:
    """How many the ledger says there are, card by card."""
    return dict(Asset.objects.exclude(state=State.DISPOSED).values_list("pk", "quantity"))


def moved(city: World, events: list[str]) -> None:
    """Lawful moves between two stocktakes; what is not lawful now is left out."""
    actor = city.actor(MANAGER)
    for event in events:
        if event == "enter":
            story.laptop(city, quantity=3, keeper_id=city.people[HE_WEI].pk)
            continue
        deeds: dict[str, tuple[str, Any, dict[str, Any]]] = {
            "lend": ("lend", services.lend, {"lent_to": "市档案馆", "back_by": AT.date()}),
            "back": ("take_back", services.take_back, {}),
            "idle": ("lay_idle", services.lay_idle, {}),
            "use": ("use", services.use_again, {}),
        }
        arrow, deed, given = deeds[event]
        card = next((one for one in Asset.objects.order_by("pk") if one.can(arrow)), None)
        if card is not None:
            deed(actor=actor, asset_id=card.pk, at=AT, **given)


def counted(city: World, found: list[int], surplus: list[int]) -> dict[int, int]:
    """One round from the list to its end; what was counted, card by card."""
    one = story.started(city)
    seen: dict[int, int] = {}
    for line, n in zip(one.lines.select_related("asset"), (found * 40), strict=False):
        assert line.asset is not None
        by = next(name for name in story.COUNTERS if city.people[name].pk != line.asset.keeper_id)
        story.found(city, one, by, {line.asset.pk: n})
        seen[line.asset.pk] = n
    for number, n in enumerate(surplus):
        services.note_surplus(
            actor=city.actor(HE_WEI), matter_id=one.pk, name=f"账外{number}", quantity=n, measure="件",
            place="库房", at=AT,
        )  # fmt: skip
    story.finished(city, one)
    story.explained(city, one)
    story.agreed(city, one)
    story.closed(city, one)
    entered = {line.asset_id or 0: line.counted or 0 for line in one.lines.all() if not line.book}
    assert sorted(entered.values()) == sorted(surplus)
    return {pk: n for pk, n in (seen | entered).items() if n}


@pytest.mark.django_db
class TestBookIsStock(TestCase):
    @given(rounds=rounds)
    @settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
    def test_after_closing_the_ledger_equals_what_was_counted(
        self, rounds: list[tuple[list[int], list[int], list[str]]]
    ) -> None:
        city = story.staffed(build())
        story.entered(city, cards=2, quantity=5, keeper_id=city.people[SHEN_JING].pk)
        for found, surplus, events in rounds:
            moved(city, events)
            if not book():
                return
            before = set(book())
            stock = counted(city, found, surplus)
            assert book() == stock
            assert queries.worth(queries.known(city.actor(CHEN_LI)))[0] == len(stock)
            gone = Asset.objects.filter(pk__in=before - set(stock))
            assert all(card.state == State.DISPOSED for card in gone)
