"""A review changed what the leaders' report says: the next edition tells it as it stands and takes the place of the old."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.inspections import story
from tests.inspections.test_report import ADVICE, OVERVIEW, read
from tests.refusing import refused, untouched
from tests.supervision.paperwork import content
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WU_XIAOFANG, ZHOU_QIMING, World
from zhongshu.archive import queries as archive
from zhongshu.inspections import services
from zhongshu.inspections.models import Conclusion, Edition, Inspection, Report
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters import queries as matters
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.typesetting.elements import restored
from zhongshu.platform.typesetting.services import typeset

pytestmark = pytest.mark.django_db
ASKED, DECIDED, AGAIN = (story.TOLD + timedelta(days=n) for n in (3, 9, 10))
CHANGED = "三个项目均按批准的计划推进。"


def reviewed(world: World, outcome: str = "changed") -> Inspection:
    """Two units are told; of the conclusion about one a review is asked for and decided."""
    one = story.running(world, unit_ids=(world.units["FGW"].pk, world.units["CZJ"].pk))
    story.visited(world, one)
    texts = {world.units["FGW"].pk: "三个项目两个开工。", world.units["CZJ"].pk: "资金均已到位。"}
    said = {"overview": OVERVIEW, "advice": ADVICE, "at": story.TOLD}
    services.feed_back(actor=world.actor(LI_MIN), matter_id=one.pk, texts=texts, **said)
    told = Conclusion.objects.get(inspection=one, unit=world.units["FGW"])
    services.ask_review(actor=world.actor(ZHOU_QIMING), matter_id=told.pk, reason="已经批准缓建。", at=ASKED)
    text = CHANGED if outcome == "changed" else ""
    services.decide_review(
        actor=world.actor(HE_WEI), matter_id=told.pk, outcome=outcome, opinion="属实。", text=text, at=DECIDED
    )
    return Inspection.objects.select_related("matter").get(pk=one.pk)


def again(world: World, one: Inspection, *, by: str = LI_MIN, **said: Any) -> Edition:
    given = {"overview": OVERVIEW, "advice": ADVICE, "at": AGAIN, **said}
    return services.reissue_report(actor=world.actor(by), matter_id=one.pk, **given)


def test_D_08_the_next_edition_tells_the_conclusions_as_they_are_in_force(world: World) -> None:
    made = again(world, reviewed(world))
    told = read(made)
    assert "本期代替2026年第1期：经复核，市发展改革委的结论已变更。" in told
    assert CHANGED in told and "三个项目两个开工" not in told
    for said in ("2026年第2期", "资金均已到位", OVERVIEW, ADVICE):
        assert said in told, said


def test_D_08_what_was_withdrawn_is_told_as_withdrawn(world: World) -> None:
    told = read(again(world, reviewed(world, "withdrawn")))
    assert "市发展改革委：经复核，原结论已经撤销。" in told and "三个项目两个开工" not in told


def test_the_old_one_is_kept_and_its_number_void(world: World) -> None:
    one = reviewed(world)
    first = Report.objects.get(pk=one.pk)
    made = again(world, one)
    first.number.refresh_from_db()
    assert "结论已变更" in first.number.void_reason
    assert not made.number.void_reason
    attached = {file.file_id for file in matters.attachments(one.matter)}
    assert {first.pdf_id, first.docx_id, made.pdf_id, made.docx_id} <= attached
    assert typeset(restored(made.content), at=made.issued_at).pdf == content(made.pdf)


def test_it_lies_in_the_archive_beside_the_first(world: World) -> None:
    one = reviewed(world)
    made = again(world, one)
    filed = {file.sha256 for file in archive.files_of(made.matter.deposit)}
    assert {made.pdf.blob.sha256, made.docx.blob.sha256} <= filed
    assert made.matter.archived_at == AGAIN
    assert made.matter.deposit.code != one.matter.deposit.code


def test_the_leaders_are_told_which_it_takes_the_place_of(world: World) -> None:
    again(world, reviewed(world))
    heard = Notice.objects.filter(person_id=world.people[CHEN_LI].pk, text__contains="代替2026年第1期")
    assert "2026年第2期" in heard.get().text


def test_who_inspected_is_asked_to_report_anew(world: World) -> None:
    one = reviewed(world)
    asked = Notice.objects.filter(text__contains="请重报督查专报")
    assert asked.exists() and not asked.filter(person_id=world.people[ZHOU_QIMING].pk).exists()
    assert one.matter.unit == world.units["SWB-DC"]


def test_D_08_a_report_that_still_holds_is_not_reported_anew(world: World) -> None:
    one = reviewed(world, "upheld")
    with refused("report_still_holds", Refusal), untouched():
        again(world, one)


def test_D_08_once_reported_anew_it_holds_again(world: World) -> None:
    one = reviewed(world)
    again(world, one)
    with refused("report_still_holds", Refusal), untouched():
        again(world, one)


def test_it_is_the_teams_leader_or_the_supervisors_to_do(world: World) -> None:
    one = reviewed(world)
    with refused("not_a_supervisor", Forbidden):
        again(world, one, by=SHEN_JING)
    with refused("no_such_matter", NotFound):
        again(world, one, by=ZHOU_QIMING)
    running = story.running(world, title="另一次")
    with refused("not_in_this_state", Conflict):
        again(world, running)


def test_nothing_goes_out_over_a_secrecy_mark(world: World) -> None:
    one = reviewed(world)
    with refused("secrecy_marked"), untouched():
        again(world, one, overview="机密★1年")


def test_the_page_offers_it_only_where_needed_and_shows_both_editions(world: World) -> None:
    one = reviewed(world)
    client = world.client(LI_MIN)
    page, address = (
        reverse(f"inspections:{name}", args=[one.pk]) for name in ("inspection", "reissue_report")
    )
    assert address in client.get(page).content.decode()
    form = client.get(address).content.decode()
    assert OVERVIEW in form and ADVICE in form  # what he said before, to go on from
    made = again(world, one)
    shown = client.get(page).content.decode()
    assert address not in shown
    assert "督查专报（已由2026年第2期代替）" in shown
    assert shown.index("（2026年第2期）.pdf") < shown.index("（2026年第1期）.pdf")
    filed = reverse("inspections:report-filed", args=[made.pk])
    assert client.get(filed).headers["Location"] == page
    assert world.client(WU_XIAOFANG).get(filed).status_code == 404
