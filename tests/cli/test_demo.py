"""The fictional city of the demonstration, on a small scale: every state can be met in it, on somebody's desk."""

from pathlib import Path
from typing import Any

import pytest
from tests.world import AT

from zhongshu.assets.models import Asset, Stocktake
from zhongshu.cli.demo import load as demo
from zhongshu.inspections.models import Conclusion, Inspection
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Assignment, Light, Matter, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Person, Unit
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision import proofs
from zhongshu.supervision.models import (
    KIND,
    Ask,
    Cycle,
    Directive,
    ImportState,
    LedgerImport,
    Origin,
    Recheck,
    Round,
    Slip,
    SlipWeight,
    Soundness,
    State,
    Suspension,
)
from zhongshu.welfare.models import Case
from zhongshu.welfare.models import State as CaseState


@pytest.fixture
def city(db: None, monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    """The demonstration with few matters of chance; all closed ones are drawn for re-check."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
    settings.RULES = {**settings.RULES, "D-25.recheck_percent": 100}
    monkeypatch.setattr(demo, "MATTERS", 14)
    monkeypatch.setattr(demo, "SITTINGS", 1)
    monkeypatch.setattr(demo, "DAYS", 170)
    demo.load(at=AT, said=lambda _: None, password="只为测试的口令")


def test_the_city_shows_what_can_become_of_a_matter(city: None) -> None:
    _every_state_of_the_table_can_be_met()
    _slips_of_each_weight_are_out_and_some_wait_for_their_signature()
    _clocks_stand_and_are_asked_to_stand()
    _the_matter_reaches_from_the_city_to_the_section_of_a_town()
    _a_grass_roots_unit_has_a_round_to_report_and_one_that_it_missed()
    _what_is_on_paper_is_questioned()
    _a_unit_is_away_and_another_can_stand_in()
    _ledgers_were_taken_over_and_undone()
    _inspections_are_planned_run_and_reviewed()
    _every_origin_lives_and_the_years_key_work_is_broken_down()
    _services_to_employees_stand_in_every_state()
    _assets_are_kept_counted_and_disposed_of()
    assert journal.first_break() is None


def _every_state_of_the_table_can_be_met() -> None:
    assert set(Matter.objects.filter(kind=KIND).values_list("state", flat=True)) >= set(State.values)


def _slips_of_each_weight_are_out_and_some_wait_for_their_signature() -> None:
    out = Slip.objects.filter(issued_at__isnull=False)
    assert set(out.values_list("weight", flat=True)) == set(SlipWeight.values)
    waiting = out.filter(acknowledged_at=None, weight=SlipWeight.SUPERVISING)
    assert [person.name for slip in waiting for person in slip.to.all()] == ["吕思远"]


def _clocks_stand_and_are_asked_to_stand() -> None:
    decided = dict(Suspension.objects.values_list("directive__matter__title", "approved"))
    assert decided == {
        "建成开发区污水处理厂二期": None,
        "完成沿江片区防洪堤加固": True,
        "打通城东片区断头路": True,
    }
    standing = Matter.objects.get(state=State.SUSPENDED)
    assert standing.light == Light.GREY and standing.stopped_on is not None


def _the_matter_reaches_from_the_city_to_the_section_of_a_town() -> None:
    section = Matter.objects.get(title="铺设供水站进场道路")
    assert section.parent is not None and section.parent.parent is not None
    leads = [one.lead_unit.name for one in (section.parent.parent, section.parent, section) if one.lead_unit]
    assert leads == ["中共南湖县委办公室", "南湖县石桥镇人民政府", "石桥镇水利站"]


def _a_grass_roots_unit_has_a_round_to_report_and_one_that_it_missed() -> None:
    rounds = Round.objects.filter(directive__matter__lead_unit__code="nh", reported_at=None)
    assert rounds.filter(missed_at__isnull=False).exists()
    assert rounds.filter(opened_at__isnull=False, ended_at=None).exists()
    assert Ask.objects.filter(directive__matter__lead_unit__code="nh", given_at=None).exists()


def _what_is_on_paper_is_questioned() -> None:
    second = Directive.objects.get(matter__title="整治高铁新区消防通道")
    zhaoyun = org.actor_of(Person.objects.get(name="赵云舟"), local_day(AT))
    assert second.state == State.REVIEWING and proofs.questions(zhaoyun, second)
    assert set(Recheck.objects.values_list("outcome", flat=True)) >= set(Soundness.values)


def _a_unit_is_away_and_another_can_stand_in() -> None:
    unit, today = Unit.objects.get(code="zjj"), local_day(AT)
    away = org.absent_receivers(unit.pk, today, today)
    there = org.may_stand_in(unit, [one.person_id for one in away], today, today)
    assert [one.person.name for one in away] == ["谢雨桐"] and "范黎" in [one.name for one in there]


def _ledgers_were_taken_over_and_undone() -> None:
    assert set(LedgerImport.objects.values_list("state", flat=True)) == {ImportState.DONE, ImportState.UNDONE}
    taken = Matter.objects.get(title="完成全市第五次经济普查数据核验")
    assert Assignment.objects.filter(matter=taken, role=Role.LEAD, done_at=None).exists()


def _every_origin_lives_and_the_years_key_work_is_broken_down() -> None:
    assert {"proposal", "petition", "key_work"} <= set(Directive.objects.values_list("origin", flat=True))
    tasks = Directive.objects.filter(intake__origin=Origin.KEY_WORK).select_related("matter")
    lights = dict(tasks.values_list("matter__title", "matter__light"))
    assert lights["完成重点行业挥发性有机物治理项目22个"] == Light.RED and len(lights) == 5
    stood = dict(tasks.values_list("matter__title", "matter__state"))
    assert stood["城镇新增就业1.5万人"] == State.ARCHIVED
    assert tasks.get(cycle=Cycle.MILESTONE).matter.title.startswith("新建公办幼儿园6所")
    assert Matter.objects.filter(parent__title="改造提升高标准农田3万亩").count() == 2
    proposal = Directive.objects.select_related("matter").get(origin=Origin.PROPOSAL)
    assert (proposal.state, proposal.source_number) == (State.COMPLETED, "第76号")
    petition = Directive.objects.get(origin=Origin.PETITION)
    assert petition.extension_requests.filter(approved=None).exists()


def _services_to_employees_stand_in_every_state() -> None:
    cases = list(Case.objects.select_related("matter", "service"))
    assert {one.state.value for one in cases} == set(CaseState.values)
    assert any(one.period for one in cases) and any(one.matter.light == Light.RED for one in cases)
    assert all("示例" in one.service.agency for one in cases)


def _assets_are_kept_counted_and_disposed_of() -> None:
    stages = {one.stage.value for one in Stocktake.objects.select_related("matter")}
    assert stages == {"closed", "counting"}
    assert Asset.objects.get(name="碎纸机").quantity == 1
    assert Asset.objects.get(name="投影机").state == "to_dispose"


def _inspections_are_planned_run_and_reviewed() -> None:
    found = {one.state.value for one in Inspection.objects.select_related("matter")}
    assert found == {"planned", "running", "concluded"}
    told = {one.standing.value for one in Conclusion.objects.select_related("matter")}
    assert told == {"final", "reviewing"}
