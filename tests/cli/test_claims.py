"""Claims on the command line, as a finance office scripts them: lists by state and day, one of them, ages, large items."""

import json
from decimal import Decimal

import pytest
from click.testing import Result
from tests.cli.conftest import Run
from tests.finance.conftest import CASHIER, REVIEWER, Office, decide, draft, prepared
from tests.finance.test_hidden import veil
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, World

from zhongshu.finance import services
from zhongshu.finance.models import Claim
from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import Forbidden, NotFound


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, (result.output, result.exception)
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def office(world: World) -> Office:
    made = prepared(world)
    services.set_threshold(
        actor=made.actor(CHEN_LI), organ_id=made.organ.pk, kind="claim", amount=Decimal(1000), paper="办法",
        valid_from=AT.date(), at=AT,
    )  # fmt: skip
    return made


@pytest.fixture
def two(office: Office) -> tuple[Claim, Claim]:
    """One of 800 yuan that waits for the cashier, one of 1,200 that is reviewed."""
    small, large = (
        services.submit_claim(actor=office.actor(LI_MIN), draft=draft(yuan, number=number), at=AT)
        for yuan, number in (("800", "26442000000012345671"), ("1200", "26442000000012345672"))
    )
    Claim.objects.filter(pk=small.pk).update(reviewed_at=AT, approved_at=AT)
    return small, large


def test_the_list_is_narrowed_by_state_and_day(run: Run, two: tuple[Claim, Claim]) -> None:
    small, large = two
    asked = ("claims", "list", "--as", "limin", "--json")
    rows = lines(run(*asked, "--box", "mine", "--state", "running"))
    assert [(row["id"], row["amount"], row["submitted_on"]) for row in rows] == [
        (large.pk, "1200.00", "2026-09-18"),
        (small.pk, "800.00", "2026-09-18"),
    ]
    assert [row["id"] for row in lines(run(*asked, "--waits", "payment"))] == [small.pk]
    assert [row["id"] for row in lines(run(*asked, "--since", "2026-09-18", "--until", "2026-09-18"))]
    for nothing in (("--since", "2026-09-19"), ("--until", "2026-09-17"), ("--waits", "booking")):
        assert lines(run(*asked, *nothing)) == []


def test_one_is_shown_to_whom_it_concerns(run: Run, two: tuple[Claim, Claim]) -> None:
    shown = lines(run("claims", "show", str(two[0].pk), "--as", "limin", "--json"))
    assert (shown[0]["amount"], shown[1]["note"], shown[2]["invoice"]) == (
        "800.00",
        "硒鼓",
        "26442000000012345671",
    )
    assert isinstance(run("claims", "show", str(two[0].pk), "--as", "sunyao").exception, NotFound)


def test_ages_are_counted_for_who_watches_the_budget(run: Run, two: tuple[Claim, Claim]) -> None:
    """F-14."""
    sums = lines(run("claims", "ageing", "--as", "chenli", "--json"))
    assert {str(row["waits_for"]): row["number"] for row in sums} == {
        "review": "1",
        "approval": "0",
        "payment": "1",
    }
    each = lines(run("claims", "ageing", "--as", "shenjing", "--each", "--json"))
    assert {row["id"] for row in each} == {one.pk for one in two}
    assert isinstance(run("claims", "ageing", "--as", "limin").exception, Forbidden)


def test_large_items_are_told_to_who_watches(run: Run, two: tuple[Claim, Claim]) -> None:
    """M-15."""
    asked = ("claims", "large", "--since", "2026-01-01", "--json", "--as")
    (row,) = lines(run(*asked, "shenjing"))
    assert (row["id"], row["amount"], row["decision"], row["done"]) == (two[1].pk, "1200.00", "", False)
    assert isinstance(run(*asked, "limin").exception, Forbidden)


def test_who_is_not_told_the_sum_reads_the_record_without_it(run: Run, office: Office) -> None:
    veil(office, "expense-claim", "head", {"amount": "hide", "payee": "hide"})
    one = services.submit_claim(actor=office.actor(LI_MIN), draft=draft("791.37"), at=now())
    for name in (HE_WEI, REVIEWER, CASHIER):
        decide(office.actor(name), one.pk, now())
    assert Claim.objects.get(pk=one.pk).paid_at is not None
    for login, knows in (("limin", True), ("hewei", False)):
        shown = run("claims", "show", str(one.pk), "--as", login, "--json")
        told = [str(row["what"]) for row in lines(shown) if "what" in row]
        assert len(told) >= 4, (login, told)
        assert ("791.37" in shown.stdout) is knows
        assert any("付款 791.37 元" in what for what in told) is knows
