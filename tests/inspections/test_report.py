"""An inspection that concludes is reported (督查专报): numbered, set, kept, told to the leaders, filed with it."""

import io
from typing import Any

import docx
import pytest

from tests.inspections import story
from tests.refusing import refused, untouched
from tests.supervision.paperwork import content
from tests.world import CHEN_LI, LI_MIN, ZHOU_QIMING, World
from zhongshu.archive import queries as archive
from zhongshu.inspections import services
from zhongshu.inspections.models import Edition, Report
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.typesetting.elements import restored
from zhongshu.platform.typesetting.services import typeset

pytestmark = pytest.mark.django_db
OVERVIEW, ADVICE = "项目推进总体有力。", "建议逐月调度。"


def reported(world: World, **said: Any) -> Report:
    one = story.running(world)
    story.visited(world, one, unit_id=world.units["FGW"].pk)
    story.followed(world, story.found(world, one))
    story.left(world, story.found(world, one, text="一个项目台账不全。"))
    texts = {world.units["FGW"].pk: "三个项目两个开工。"}
    services.feed_back(
        actor=world.actor(LI_MIN), matter_id=one.pk, texts=texts, at=story.TOLD,
        **{"overview": OVERVIEW, "advice": ADVICE, **said},
    )  # fmt: skip
    return Report.objects.get(pk=one.pk)


def read(report: Report | Edition) -> str:
    """Every word of the Word copy."""
    book = docx.Document(io.BytesIO(content(report.docx)))
    cells = [cell.text for table in book.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in book.paragraphs), *cells])


def test_it_says_how_it_was_done_what_was_found_and_what_was_concluded(world: World) -> None:
    one = reported(world)
    told = read(one)
    directive = one.inspection.findings.exclude(directive=None).get().directive
    assert directive is not None
    for said in (
        "督查专报", "2026年第1期", "关于重点项目开工情况专项督查情况的报告", "根据市委主要领导批示", "李敏任组长",
        "一、总体情况", OVERVIEW, "发现问题2个，其中立督办1个", "二、督查开展情况", "城东产业园（市发展改革委）",
        "三、发现的问题及处理", f"已立督办（{directive.matter.number}）", "不立督办：当场已经改正。", "四、督查结论",
        "市发展改革委：三个项目两个开工。", "五、工作建议", ADVICE,
    ):  # fmt: skip
        assert said in told, said


def test_what_was_not_said_has_no_heading(world: World) -> None:
    told = read(reported(world, advice=" ", overview=""))
    assert "工作建议" not in told and "四、督查结论" in told


def test_it_is_kept_whole_and_gives_the_same_bytes_again(world: World) -> None:
    one = reported(world)
    again = typeset(restored(one.content), at=one.issued_at)
    assert (content(one.pdf), content(one.docx)) == (again.pdf, again.docx)


def test_it_lies_with_the_inspection_and_in_its_package(world: World) -> None:
    one = reported(world)
    attached = matters.attachments(one.inspection.matter)
    names = {file.file.name for file in attached if file.role == AttachmentRole.PAPER}
    assert names == {
        f"关于重点项目开工情况专项督查情况的报告（2026年第1期）.{end}" for end in ("pdf", "docx")
    }
    filed = {file.sha256 for file in archive.files_of(one.inspection.matter.deposit)}
    assert {one.pdf.blob.sha256, one.docx.blob.sha256} <= filed


def test_the_leaders_are_told_and_the_inspected_unit_gets_none(world: World) -> None:
    one = reported(world)
    heard = Notice.objects.filter(person_id=world.people[CHEN_LI].pk, text__contains="督查专报")
    assert heard.get().subject == one.inspection.matter.stream
    file = matters.attachments(one.inspection.matter)[0]
    given = {"matter_id": one.pk, "attachment_id": file.pk, "at": story.TOLD}
    assert services.take_file(actor=world.actor(CHEN_LI), **given) == file.file
    with refused("no_such_matter", NotFound):
        services.take_file(actor=world.actor(ZHOU_QIMING), **given)


def test_nothing_is_concluded_over_a_secrecy_mark(world: World) -> None:
    one = story.running(world)
    story.visited(world, one)
    texts = {world.units["FGW"].pk: "已开工。"}
    with refused("secrecy_marked"), untouched():
        services.feed_back(
            actor=world.actor(LI_MIN), matter_id=one.pk, texts=texts, overview="机密★1年", at=story.TOLD
        )
