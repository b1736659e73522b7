"""The house calls its units by names of its own; put right once, such a name is read the next time."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.refusing import refused
from tests.supervision.pages.steps import bring_in, today
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound
from zhongshu.org import queries as org
from zhongshu.org.models import UnitAlias
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Finding, Intake

pytestmark = pytest.mark.django_db
TEXT = "由老城改造办牵头，市财政局配合，于{day}前完成老旧小区摸底。"


def due() -> date:
    return today() + timedelta(days=30)


def text() -> str:
    return TEXT.format(day=f"{due().year}年{due().month}月{due().day}日")


def confirmed(world: World, intake: Intake, lead: str, support: tuple[str, ...] = ("CZJ",)) -> None:
    choices = [
        services.Choice(
            finding_id=finding.pk,
            action=finding.action,
            lead_id=world.units[lead].pk,
            support_ids=tuple(world.units[code].pk for code in support),
            due=due(),
            decided=services.Decided(how="go_on", reason="另一批。"),
        )
        for finding in intake.findings.all()
    ]
    services.confirm(
        actor=world.actor(LI_MIN, today()),
        intake_id=intake.pk,
        unit_id=world.units["SWB-DC"].pk,
        approver_id=world.people[HE_WEI].pk,
        basis="纪要",
        choices=choices,
        at=now(),
        aside="与上条相同",
    )


def only(intake: Intake) -> Finding:
    (finding,) = intake.findings.all()
    return finding


@pytest.fixture
def taught(world: World) -> Iterator[UnitAlias]:
    intake = bring_in(world, text())
    assert only(intake).lead_id is None
    confirmed(world, intake, "JYJ")
    yield UnitAlias.objects.get(name="老城改造办")


def test_the_next_text_is_read_as_the_last_was_corrected(world: World, taught: UnitAlias) -> None:
    assert taught.unit_id == world.units["JYJ"].pk
    assert (
        only(bring_in(world, text(), title="第17次专题会议纪要", again=True)).lead_id == world.units["JYJ"].pk
    )


def test_a_name_learnt_is_told_in_the_journal_and_on_the_page(world: World, taught: UnitAlias) -> None:
    intake = Intake.objects.get()
    assert Entry.objects.filter(stream=f"intake:{intake.pk}", verb="supervision.alias_learnt").count() == 1
    page = world.client(LI_MIN).get(reverse("supervision:intake", args=[intake.pk])).content.decode()
    assert "老城改造办" in page
    assert queries.learnt_from(intake.pk) == [taught]
    listed = world.client(LI_MIN).get(reverse("supervision:aliases")).content.decode()
    assert "老城改造办" in listed and str(taught.unit.name) in listed
    (marked,) = re.findall(r'<a href="([^"]+)"[^>]* aria-current="page"', listed.split("<main")[0])
    assert marked == reverse("supervision:intakes")


def test_revoked_it_is_neither_read_nor_learnt_again(world: World, taught: UnitAlias) -> None:
    services.revoke_alias(actor=world.actor(HE_WEI, today()), alias_id=taught.pk, at=now())
    again = bring_in(world, text(), title="第17次专题会议纪要", again=True)
    assert only(again).lead_id is None
    confirmed(world, again, "JYJ")
    assert org.unit_called("老城改造办") is None
    with refused("no_such_alias", NotFound):
        services.revoke_alias(actor=world.actor(HE_WEI, today()), alias_id=taught.pk, at=now())


def test_the_page_revokes(world: World, taught: UnitAlias) -> None:
    client = world.client(LI_MIN)
    answer = client.post(reverse("supervision:alias-revoke", args=[taught.pk]), follow=True)
    assert "不再读作" in answer.content.decode()
    taught.refresh_from_db()
    assert taught.revoked_at is not None


@pytest.mark.parametrize("name", ["有关部门", "各县区", "你局", "我局", "分管副市长", "市发展改革委"])
def test_general_words_and_names_of_others_are_not_learnt(world: World, name: str) -> None:
    intake = bring_in(world, text())
    finding = only(intake)
    finding.reading = {**finding.reading, "lead": [name]}
    finding.lead = None
    finding.save()
    before = UnitAlias.objects.count()
    confirmed(world, intake, "JYJ")
    assert UnitAlias.objects.count() == before


def test_a_supporting_unit_teaches_where_only_one_was_unknown(world: World) -> None:
    day = f"{due().year}年{due().month}月{due().day}日"
    intake = bring_in(world, f"由市教育局牵头，老城改造办配合，于{day}前完成摸底。")
    confirmed(world, intake, "JYJ", ("CZJ",))
    assert UnitAlias.objects.get(name="老城改造办").unit_id == world.units["CZJ"].pk


def test_two_corrections_that_differ_teach_nothing(world: World) -> None:
    intake = bring_in(world, text() + "\n" + text())
    first, second = intake.findings.order_by("order")
    choices = [
        services.Choice(finding_id=one.pk, action=one.action, lead_id=world.units[code].pk, due=due())
        for one, code in ((first, "JYJ"), (second, "FGW"))
    ]
    services.confirm(
        actor=world.actor(LI_MIN, today()), intake_id=intake.pk, unit_id=world.units["SWB-DC"].pk,
        approver_id=world.people[HE_WEI].pk, basis="纪要", choices=choices, at=now(),
    )  # fmt: skip
    assert not UnitAlias.objects.filter(name="老城改造办").exists()


def test_a_name_of_another_unit_cannot_be_taught(world: World) -> None:
    intake = bring_in(world, text())
    told = {"intake_id": intake.pk, "unit_id": world.units["JYJ"].pk, "name": "市财政局"}
    with refused("name_is_taken", Conflict):
        services.learn_alias(actor=world.actor(LI_MIN, today()), at=now(), **told)


def test_only_the_supervisors_teach_and_revoke(world: World, taught: UnitAlias) -> None:
    with refused("not_a_supervisor", Forbidden):
        services.revoke_alias(actor=world.actor(CHEN_LI, today()), alias_id=taught.pk, at=now())
    with refused("no_such_intake", NotFound):
        services.learn_alias(
            actor=world.actor(CHEN_LI, today()), intake_id=Intake.objects.get().pk,
            unit_id=taught.unit_id, name="旧改办", at=now(),
        )  # fmt: skip


def test_a_note_that_calls_systems_by_their_short_names_is_read_for_the_houses_units(world: World) -> None:
    found = only(bring_in(world, f"教育牵头，审计跟上，摸底表{due().month}月{due().day}日前报我。"))
    assert found.lead == world.units["JYJ"]
    assert (found.support_text, list(found.support.all())) == ("审计", [])  # whom the house has not: asked
