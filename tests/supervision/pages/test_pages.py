"""Single pages: the date explained, the paper, files, the report from the field, the board's reasons."""

from datetime import timedelta

import pytest
from django.urls import reverse
from tests.supervision.pages.steps import bring_in, open_one, paper, press, see, state, today
from tests.world import LI_MIN, SHEN_JING, SUN_YAO, WANG_JIANPING, ZHOU_QIMING, World

from zhongshu.matters.models import Attachment, Matter
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision.models import Finding


def test_the_date_is_explained_day_by_day(world: World) -> None:
    directive = open_one(world, days=20)
    html = world.client(LI_MIN).get(reverse("supervision:reckoning", args=[directive.pk])).content.decode()
    assert "立项时指定的日期" in html
    assert "起算当日，不计入" in html
    assert "周末休息，不计入" in html
    assert (today() + timedelta(days=20)).isoformat() in html


def test_a_written_limit_is_counted_and_explained(world: World) -> None:
    intake = bring_in(world, "市财政局收到本纪要后5个工作日内完成资金核查。")
    finding = Finding.objects.get()
    assert finding.due_rule.startswith("P5WD")
    limin = world.client(LI_MIN)
    html = limin.get(reverse("supervision:intake", args=[intake.pk])).content.decode()
    address = reverse("supervision:finding-reckoning", args=[intake.pk, finding.pk])
    assert address in html
    due = html.split(f"{address}?due=")[1][:10]
    told = limin.get(f"{address}?due={due}").content.decode()
    assert "自交办次日起算 5 个工作日" in told
    assert told.count("工作日，计入") + told.count("调休上班，计入") == 5


def test_a_file_goes_out_to_those_who_know_and_leaves_a_trace(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    press(wang, directive, "progress", text="已摸底。", files=paper())
    attached = Attachment.objects.get(matter_id=directive.pk)
    address = reverse("supervision:file", args=[directive.pk, attached.pk])
    assert b"".join(world.client(LI_MIN).get(address).streaming_content).decode() == "验收合格。"
    assert Entry.objects.filter(stream=f"matter:{directive.pk}", verb="files.downloaded").count() == 1
    assert world.client(SUN_YAO).get(address).status_code == 404
    other = open_one(world, lead="JYJ")
    stray = reverse("supervision:file", args=[other.pk, attached.pk])
    assert world.client(LI_MIN).get(stray).status_code == 404
    page = world.client(LI_MIN).get(reverse("supervision:directive", args=[directive.pk]) + "?only=all")
    assert "下载" in page.content.decode()


def test_one_press_says_nothing_new(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    assert "没有新变化" not in _field(world, directive.pk)
    press(wang, directive, "field-report", how="stuck", blocker="money", text="等财政批复。")
    assert "没有新变化" in _field(world, directive.pk)
    assert press(wang, directive, "field-report", unchanged="1").status_code == 303
    page = see(wang, directive)
    assert "回告：没有新变化" in page
    assert "卡在“等资金”" in page


def _field(world: World, directive_id: int) -> str:
    client = world.client(WANG_JIANPING)
    return client.get(reverse("supervision:field-report", args=[directive_id])).content.decode()


def test_a_photo_alone_is_a_report_and_three_words_complete(world: World) -> None:
    directive = open_one(world)
    wang = world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    assert press(wang, directive, "field-report", how="going", files=paper()).status_code == 303
    silent = press(wang, directive, "field-report", how="done")
    assert silent.status_code == 422
    head = world.people[ZHOU_QIMING].pk
    done = press(wang, directive, "field-report", how="done", text="已办完。", files=paper("照片.txt", "完工"),
                 signed_by_id=head)  # fmt: skip
    assert done.status_code == 303
    assert state(directive) == "reviewing"


@pytest.mark.parametrize("step", ["unsigned", "silent", "reviewing"])
def test_the_board_says_why_a_matter_is_late(world: World, step: str) -> None:
    directive = open_one(world)
    wang, words = (
        world.client(WANG_JIANPING),
        {"unsigned": "未签收", "silent": "无进展", "reviewing": "等审核"},
    )
    if step != "unsigned":
        press(wang, directive, "signature")
    if step == "reviewing":
        head = world.people[ZHOU_QIMING].pk
        press(wang, directive, "completion", feedback="已办结。", files=paper(), signed_by_id=head)
    Matter.objects.filter(pk=directive.pk).update(current_due=today() - timedelta(days=2))
    html = world.client(LI_MIN).get(reverse("supervision:board")).content.decode()
    assert words[step] in html
    assert "逾期 1 件，为什么" in html


def test_a_reader_is_offered_nothing_to_do(world: World) -> None:
    directive = open_one(world)
    html = see(world.client(SHEN_JING), directive)
    assert "完成老旧小区改造方案编制" in html
    assert reverse("supervision:reminder", args=[directive.pk]) not in html
    assert reverse("supervision:signature", args=[directive.pk]) not in html


def test_no_later_date_is_offered_where_it_is_too_late_to_ask_for_one(world: World) -> None:
    """A later date and a stop are asked for before the date (D-20, D-30): afterwards both would only be refused."""
    directive, wang = open_one(world), world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    asks = [reverse(f"supervision:{one}", args=[directive.pk]) for one in ("extension", "suspension")]
    assert [f'href="{one}"' in see(wang, directive) for one in asks] == [True, True]
    Matter.objects.filter(pk=directive.pk).update(current_due=today() - timedelta(days=1))
    assert [f'href="{one}"' in see(wang, directive) for one in asks] == [False, False]
    Matter.objects.filter(pk=directive.pk).update(current_due=today())
    assert [f'href="{one}"' in see(wang, directive) for one in asks] == [True, True]
