"""反纸面销号: what evidence leaves open is asked of the verifier, who answers for it on record."""

import json
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import AttachmentRole, Matter
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import sentences
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import proofs, rules, services
from zhongshu.supervision.models import Directive, State

pytestmark = pytest.mark.django_db
LONG = (
    "市发展改革委会同市财政局逐项核对了全市三百二十个重点项目的投资规模和建设时序，"
    "已编制完成年度投资计划，并经市政府常务会议审定印发。"
)
OTHER = (
    "南湖县组织专业队伍对三座病险水库的坝体、溢洪道和放水涵洞作了加固处理，"
    "蓄水检验没有发现渗漏，县水利部门出具了验收鉴定书。"
)


def word_file(world: World, *, changed: datetime, words: str = "验收合格。") -> File:
    paper = Document()
    paper.add_paragraph(words)
    paper.core_properties.created = paper.core_properties.modified = changed
    kept = BytesIO()
    paper.save(kept)
    kept.seek(0)
    return files.store(actor=world.actor(WANG_JIANPING), stream=kept, name="验收单.docx", at=AT)


def done(world: World, *given: File, feedback: str = "已办结。") -> Directive:
    directive = story.signed_for(world, story.handed_over(world))
    return services.complete(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        feedback=feedback,
        signed_by_id=world.people[ZHOU_QIMING].pk,
        files=given,
        at=AT + timedelta(days=3),
    )


def asked(world: World, directive: Directive, name: str = LI_MIN) -> list[proofs.Asked]:
    return proofs.questions(world.actor(name), directive)


def paper(world: World, words: str) -> File:
    return story.proof(world.actor(WANG_JIANPING), words=words)


def test_fresh_evidence_leaves_no_question(world: World) -> None:
    done(world, paper(world, LONG), feedback=LONG)
    assert asked(world, done(world, paper(world, OTHER), feedback=OTHER)) == []


def test_the_same_file_in_another_matter_is_asked_about(world: World) -> None:
    first = done(world, paper(world, "验收合格。"))
    second = done(world, paper(world, "验收合格。"))
    (one,) = asked(world, second)
    assert (one.code, one.matter) == ("same_file", first.matter)


def test_a_file_with_a_few_words_changed_is_asked_about(world: World) -> None:
    first = done(world, paper(world, LONG))
    (one,) = asked(world, done(world, paper(world, LONG.replace("三百二十", "二百一十六"))))
    assert (one.code, one.matter) == ("alike_file", first.matter)


def test_copied_feedback_is_asked_about(world: World) -> None:
    done(world, paper(world, "甲"), feedback=LONG)
    (one,) = asked(world, done(world, paper(world, "乙"), feedback=LONG.replace("年度", "本年")))
    assert one.code == "copied_words"


def test_a_short_feedback_with_its_subject_replaced_is_asked_about(world: World) -> None:
    short = (
        "已组织专班拆除围挡，清运建筑垃圾一百二十车，恢复河岸绿化三千平方米，群众满意度较高，由属地街道管护。"
    )
    done(world, paper(world, "甲"), feedback=short)
    (one,) = asked(world, done(world, paper(world, "乙"), feedback=short.replace("拆除围挡", "整治管网")))
    assert one.code == "copied_words"


def test_evidence_older_than_its_matter_is_asked_about(world: World) -> None:
    (one,) = asked(world, done(world, word_file(world, changed=AT - timedelta(days=300))))
    assert one.code == "older_than_matter" and "2025-11-22" in one.sentence
    assert asked(world, done(world, word_file(world, changed=AT + timedelta(days=1), words="乙"))) == []


def test_handing_the_same_evidence_in_again_after_rework_is_no_question(world: World) -> None:
    directive = done(world, paper(world, LONG), feedback=LONG)
    services.return_for_rework(
        actor=world.actor(LI_MIN), directive_id=directive.pk, reason="缺一页。", at=AT + timedelta(days=4)
    )
    services.complete(
        actor=world.actor(WANG_JIANPING),
        directive_id=directive.pk,
        feedback=LONG,
        signed_by_id=world.people[ZHOU_QIMING].pk,
        files=(paper(world, LONG),),
        at=AT + timedelta(days=5),
    )
    assert asked(world, Directive.objects.get(pk=directive.pk)) == []


def test_a_matter_beyond_ones_knowledge_is_not_named(world: World) -> None:
    done(world, paper(world, LONG))
    second = done(world, paper(world, LONG))
    (one,) = proofs.questions(world.actor("孙遥"), second)
    assert one.code == "same_file" and one.matter is None


def test_accepting_with_open_questions_needs_an_explanation_on_record(world: World) -> None:
    done(world, paper(world, LONG))
    directive = done(world, paper(world, LONG))
    told = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "opinion": "同意", "at": AT}
    with pytest.raises(Refusal) as refused:
        services.accept(**told)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.rule) == ("questions_open", "D-25")
    services.accept(**told, explanation="两件事同一次验收，已到现场核对。")  # type: ignore[arg-type]
    entry = Entry.objects.get(stream=directive.matter.stream, verb="supervision.accepted")
    assert json.loads(entry.data) == {
        "opinion": "同意", "questions": 1, "explanation": "两件事同一次验收，已到现场核对。"
    }  # fmt: skip
    assert Directive.objects.get(pk=directive.pk).state == State.COMPLETED
    page = world.client(LI_MIN).get(reverse("supervision:directive", args=[directive.pk])).content.decode()
    assert "审核通过：同意；1 个疑点的核实情况：两件事同一次验收，已到现场核对。" in page


def test_what_was_accepted_without_a_word_is_told_without_a_colon() -> None:
    told = {"opinion": "", "questions": 1, "explanation": "已核对。"}
    assert (
        sentences.wording("supervision.accepted").sentence(told) == "审核通过；1 个疑点的核实情况：已核对。"
    )
    assert sentences.wording("supervision.accepted").sentence({"opinion": ""}) == "审核通过"


def test_the_page_asks_only_when_there_is_something_to_ask(world: World) -> None:
    first = done(world, paper(world, LONG))
    client = world.client(LI_MIN)
    quiet = client.get(reverse("supervision:verification", args=[first.pk])).content.decode()
    assert "explanation" not in quiet and "疑点" not in quiet
    second = done(world, paper(world, LONG))
    page = reverse("supervision:verification", args=[second.pk])
    html = client.get(page).content.decode()
    assert "佐证有 1 个疑点" in html and first.matter.number in html
    assert client.post(page, {"verdict": "accept", "opinion": ""}).status_code == 422
    assert client.post(page, {"verdict": "accept", "explanation": "已核对。"}).status_code in (302, 303)


def test_questions_are_put_in_plain_words() -> None:
    told = [
        rules.Proof(name="照片.jpg", own_day=date(2026, 1, 2), alike=(7,)),
        rules.Proof(same=(8,), alike=(9,)),
    ]
    codes = [q.code for q in rules.D_25_evidence_questions(told, opened=date(2026, 9, 18))]
    assert codes == ["older_than_matter", "alike_file", "same_file", "copied_words"]
    assert not rules.D_25_questions_answered(questions=1, explanation=" ")
    assert rules.D_25_questions_answered(questions=0, explanation="")


def test_what_proves_a_part_of_a_part_proves_so_much_of_the_whole(world: World) -> None:
    whole, between = done(world, paper(world, LONG)), story.handed_over(world)
    part = done(world, paper(world, LONG), feedback=OTHER)
    assert "same_file" in {one.code for one in asked(world, part)}
    Matter.objects.filter(pk=between.pk).update(parent=whole.matter)
    Matter.objects.filter(pk=part.pk).update(parent=between.matter)
    part.matter.refresh_from_db()
    whole.matter.refresh_from_db()
    assert asked(world, part) == asked(world, whole) == []


def test_D_25_evidence_that_is_replaced_after_a_return_proves_nothing_any_more(world: World) -> None:
    """It stays among the papers, raises no question, does not close the matter, and can be handed in again."""
    wang, limin = world.actor(WANG_JIANPING), world.actor(LI_MIN)
    old = word_file(world, changed=AT - timedelta(days=400))
    directive = done(world, old)
    assert [one.code for one in asked(world, directive)] != []
    about = {"directive_id": directive.pk, "at": AT + timedelta(days=4)}
    services.return_for_rework(actor=limin, reason="材料太旧。", **about)
    first = directive.matter.attachments.get()
    page = world.client(WANG_JIANPING).get(reverse("supervision:completion", args=[directive.pk])).content
    assert f'name="replaced_ids" value="{first.pk}"' in page.decode()
    told = about | {"feedback": "已办结。", "signed_by_id": world.people[ZHOU_QIMING].pk}
    with refused("no_such_file", match="不是这件事的佐证"):
        services.complete(actor=wang, replaced_ids=(first.pk + 1,), **told)
    services.complete(actor=wang, replaced_ids=(first.pk,), **told)
    first.refresh_from_db()
    assert first.role == AttachmentRole.SUPERSEDED and asked(world, directive) == []
    services.accept(actor=limin, opinion="属实。", **about)
    with refused("no_evidence"):
        services.close_out(actor=limin, **about)
    services.reopen(actor=limin, reason="缺佐证。", **about)
    services.complete(actor=wang, files=(old,), **told)
    assert [one.role for one in directive.matter.attachments.all()] == [AttachmentRole.EVIDENCE]


def test_D_25_evidence_that_the_verifier_does_not_take_proves_nothing_and_only_the_unit_replaces_it(
    world: World,
) -> None:
    wang, limin = world.actor(WANG_JIANPING), world.actor(LI_MIN)
    directive = done(world, word_file(world, changed=AT - timedelta(days=400)))
    about, (first,) = (
        {"directive_id": directive.pk, "at": AT + timedelta(days=4)},
        directive.matter.attachments.all(),
    )
    page = world.client(LI_MIN).get(reverse("supervision:verification", args=[directive.pk])).content.decode()
    assert f'name="refused_ids" value="{first.pk}"' in page
    accepting = about | {"explanation": "已核实", "refused_ids": (first.pk,)}
    with refused("no_reason"):
        services.accept(actor=limin, opinion=" ", **accepting)
    with refused("nothing_proves_it", match="都没有认可"):
        services.accept(actor=limin, opinion="太旧。", **accepting)
    services.return_for_rework(actor=limin, reason="材料太旧。", refused_ids=(first.pk,), **about)
    first.refresh_from_db()
    assert first.role == AttachmentRole.REFUSED and asked(world, directive) == []
    told = about | {"feedback": "已办结。", "signed_by_id": world.people[ZHOU_QIMING].pk}
    with refused("no_such_file"):
        services.complete(actor=wang, replaced_ids=(first.pk,), **told)
    services.complete(actor=wang, files=(word_file(world, changed=AT),), **told)
    services.accept(actor=limin, opinion="属实。", explanation="已核实", **about)
    seen = world.client(LI_MIN).get(reverse("supervision:directive", args=[directive.pk])).content.decode()
    assert "佐证，审核未认可" in seen and f"不认可佐证“{first.file.name}”：材料太旧。" in seen


def test_what_is_not_taken_in_the_same_act_needs_no_explanation(world: World) -> None:
    done(world, paper(world, LONG))
    directive = done(world, paper(world, LONG), word_file(world, changed=AT))
    reused, own = directive.matter.attachments.order_by("pk")
    page, client = reverse("supervision:verification", args=[directive.pk]), world.client(LI_MIN)
    told = {"verdict": "accept", "opinion": "另一件事的验收单，不认可。"}
    assert client.post(page, {**told, "refused_ids": [own.pk]}).status_code == 422
    assert client.post(page, {**told, "refused_ids": [reused.pk]}).status_code == 303
    assert Directive.objects.get(pk=directive.pk).state == State.COMPLETED
