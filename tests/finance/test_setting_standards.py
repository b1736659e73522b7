"""What expenses come to at most: set by a paper, per grade, place and day, and measured by the day (F-09, F-10)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from tests.finance.conftest import DEPUTY, Office, later
from tests.finance.test_standards import MEETING, TRIP, approved, faults, item
from tests.refusing import refused
from tests.world import AT, LI_MIN
from zhongshu.finance import queries, rules, services
from zhongshu.finance.models import Claim, ExpenseStandard
from zhongshu.finance.rules import Standard
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.org import services as org
from zhongshu.platform.journal import queries as journal

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
FIRST, SECOND, THIRD = (date(2026, 9, day) for day in (1, 2, 3))
OLD = date(2024, 1, 1)


def put(
    office: Office, measure: str, most: int, since: date = OLD, by: str = DEPUTY, **more: Any
) -> ExpenseStandard:
    given: dict[str, Any] = {"paper": "澄财行〔2026〕8号", "organ_id": office.organ.pk, **more}
    return services.set_standard(
        actor=office.actor(by), measure=measure, most=Decimal(most), valid_from=since, at=AT, **given
    )


class TestSetting:
    def test_by_who_keeps_the_budget_and_on_record(self, office: Office) -> None:
        with refused("sets_no_standards", Forbidden):
            put(office, "lodging", 350, by=LI_MIN)
        put(office, "lodging", 350, grade="county", place="省城")
        (told,) = journal.timeline(f"organ-money:{office.organ.pk}")[-1:]
        assert told.verb == "finance.standard_set"
        assert "350.00" in str(told.data) and "澄财行〔2026〕8号" in str(told.data)

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"paper": " "}, "paper"),
            ({"most": 0}, "most"),
            ({"grade": "emperor"}, "grade"),
            ({"measure": "third", "place": "省城"}, "measure"),
        ],
    )
    def test_what_is_wrong_with_it(self, office: Office, given: dict[str, Any], field: str) -> None:
        with refused("standard_has_faults", Refusal) as no:
            put(office, **{"measure": "lodging", "most": 350, **given})
        assert list(no.value.fields) == [field]

    def test_once_a_day(self, office: Office) -> None:
        put(office, "lodging", 350)
        put(office, "lodging", 380, place="省城")
        with refused("standard_exists", Conflict):
            put(office, "lodging", 400)

    def test_the_page_tells_what_holds_and_what_did(self, seated: Office) -> None:
        put(seated, "lodging", 350)
        put(seated, "lodging", 380, since=FIRST - timedelta(days=100))
        put(seated, "lodging", 999, since=date(2099, 1, 1), grade="county")
        shown = seated.client(DEPUTY).get(reverse("finance:standards")).content.decode()
        assert [shown.count(word) for word in ("已被新标准代替", "尚未启用", "伙食补助费（元/天）")] == [
            1,
            1,
            1,
        ]
        assert reverse("finance:standard", args=[seated.organ.pk]) in shown and "纪念品" in shown


class TestMeasuring:
    """A trip of three days (two nights) into the provincial capital."""

    @pytest.fixture
    def trip(self, office: Office) -> int:
        return approved(office, "trip", TRIP)

    def test_each_day_by_the_standard_of_that_day(self, office: Office, claimed: Claimed, trip: int) -> None:
        put(office, "board", 120, since=THIRD)
        told = faults(claimed, category="travel", basis_id=trip, items=(item("board", "320.01"),), slips=())
        assert "320.00" in str(told["items"])
        assert "2 天" in str(told["items"]) and "澄财行〔2026〕8号" in str(told["items"])
        assert claimed(
            category="travel", basis_id=trip, items=(item("board", "320"),), slips=(), at=later(2)
        ).pk

    def test_the_grade_of_the_traveller_on_that_day(
        self, office: Office, claimed: Claimed, trip: int
    ) -> None:
        put(office, "board", 100)
        put(office, "board", 150, grade="county")
        put(office, "board", 500, grade="bureau")
        org.set_grade(actor=SYSTEM, person_id=office.people[LI_MIN].pk, grade="county", since=SECOND, at=AT)
        told = faults(claimed, category="travel", basis_id=trip, items=(item("board", "400.01"),), slips=())
        assert "400.00" in str(told["items"])

    def test_no_night_no_lodging(self, office: Office, claimed: Claimed) -> None:
        put(office, "lodging", 350)
        day = approved(office, "trip", {**TRIP, "until_day": TRIP["from_day"]})
        told = faults(claimed, yuan="1", category="travel", basis_id=day, items=(item("lodging", "1"),))
        assert "当天往返" in str(told["items"])

    def test_nights_are_counted_for_lodging(self, office: Office, claimed: Claimed, trip: int) -> None:
        put(office, "lodging", 350, place="省城")
        told = faults(claimed, yuan="701", category="travel", basis_id=trip, items=(item("lodging", "701"),))
        assert "700.00" in str(told["items"])
        assert claimed(
            "700", category="travel", basis_id=trip, items=(item("lodging", "700"),), at=later(2)
        ).pk

    def test_a_meeting_by_the_class_of_its_day(self, office: Office, claimed: Claimed) -> None:
        put(office, "third", 79)
        basis = approved(office, "meeting", MEETING)
        assert "79" in str(faults(claimed, category="meeting", basis_id=basis)["basis_id"])

    def test_another_organ_minds_its_own(self, office: Office) -> None:
        put(office, "third", 79)
        other = office.world.units["CZJ"].pk if "CZJ" in office.world.units else office.organ.pk + 1
        assert [one for one in queries.standards_of(other) if one.own] == []


MEASURES = ("lodging", "board")
STANDARDS = st.lists(
    st.builds(
        Standard,
        measure=st.sampled_from(MEASURES),
        most=st.integers(1, 900).map(Decimal),
        since=st.dates(OLD, date(2026, 12, 31)),
        paper=st.just("办法"),
        place=st.sampled_from(["", "省城", "省城新区"]),
        grade=st.sampled_from(["", "county"]),
        own=st.booleans(),
    ),
    max_size=8,
)


@given(STANDARDS, st.dates(OLD, date(2026, 12, 31)), st.sampled_from(["county", "other"]))
def test_of_all_that_fit_the_most_particular_holds(known: list[Standard], on: date, grade: str) -> None:
    found = rules.in_force(known, "lodging", on, grade=grade, place="省城")
    fits = [
        one
        for one in known
        if one.measure == "lodging"
        and one.since <= on
        and one.place in ("", "省城")
        and one.grade in ("", grade)
    ]
    assert (found is None) == (not fits)
    if found is None:
        return
    assert found in fits
    assert found.own or not any(one.own for one in fits)
    rivals = [one for one in fits if (one.own, one.place, one.grade) == (found.own, found.place, found.grade)]
    assert found.since == max(one.since for one in rivals)


@pytest.mark.parametrize(("level", "most"), [("second", 300), ("third", 150), ("fourth", 50)])
def test_until_something_is_set_the_settings_hold(level: str, most: int) -> None:
    """F-10 {M}."""
    standard = rules.in_force(rules.starting(), rules.BY_CLASS[level], FIRST)
    assert rules.F_10_people(most, standard) and not rules.F_10_people(most + 1, standard)


def test_what_is_set_goes_before_however_particular_the_settings_are(settings: Any) -> None:
    settings.RULES = {
        **settings.RULES,
        "F-09.standards": [
            {"item": "lodging", "yuan": 480, "since": "2024-01-01", "paper": "旧办法", "place": "省城"},
            {"item": "lodging", "yuan": 350, "since": "2024-01-01", "paper": "旧办法"},
        ],
    }
    own = Standard("lodging", Decimal(300), FIRST, "新办法", own=True)
    assert [
        one.most if (one := rules.in_force([own, *rules.starting()], "lodging", day, place=place)) else None
        for day, place in ((OLD, "省城"), (OLD, "邻县"), (FIRST, "省城"), (date(2020, 1, 1), "省城"))
    ] == [480, 350, 300, None]
