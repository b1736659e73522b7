"""Papers of supervision: drafted from the data, numbered at issue, kept by content, sent, replaced and never changed."""

import io
from datetime import timedelta

import docx
import pytest
from docx.oxml.ns import qn

from tests.refusing import refused
from tests.supervision import story
from tests.supervision.paperwork import (
    LATER,
    content,
    drafted,
    issued,
    notice,
    read,
)
from tests.world import (
    AT,
    HE_WEI,
    LI_MIN,
    SUN_YAO,
    WANG_JIANPING,
    WU_XIAOFANG,
    World,
)
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters.models import Attachment, AttachmentRole, Matter
from zhongshu.platform.files.refusals import SecrecyMarked
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.numbering import queries as numbering
from zhongshu.platform.numbering.models import Issued
from zhongshu.platform.typesetting.elements import restored
from zhongshu.platform.typesetting.services import typeset
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Directive, Paper, PaperState
from zhongshu.supervision.services.package import packed

pytestmark = pytest.mark.django_db

# ── one paper ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_notice_says_what_the_matter_says(world: World) -> None:
    told = read(notice(world))
    for said in (
        "中共澄江市委办公室督办通知单",
        "关于编制重点项目投资计划的督办通知",
        "澄江市发展和改革委员会：",
        "市发展改革委牵头编制重点项目投资计划，市财政局配合，10月15日前完成。",
        "由市发展改革委牵头、市财政局配合，于2026年10月15日前办结。",
        "2026年9月18日印发",
        "抄送：市财政局。",
        "王建平",
    ):
        assert said in told


@pytest.mark.parametrize(
    ("title", "number", "cited"),
    [
        (
            "关于做好防汛工作的通知",
            "省政办发〔2026〕31号",
            "根据《关于做好防汛工作的通知》（省政办发〔2026〕31号），",
        ),
        ("关于加装电梯的提案", "第108号", "根据《关于加装电梯的提案》，"),
        ("市政府第14次常务会议纪要", "", "根据市政府第14次常务会议纪要，"),
        ("省政府《关于做好防汛工作的通知》", "", "根据省政府《关于做好防汛工作的通知》，"),
    ],
)
def test_a_document_is_named_by_its_title_in_marks(world: World, title: str, number: str, cited: str) -> None:
    directive = story.handed_over(world)
    told = {"source_title": title, "source_number": number}
    Directive.objects.filter(pk=directive.pk).update(**told)
    Matter.objects.filter(pk=directive.pk).update(body="一、总体要求\n整改到位")
    paper = drafted(world, directive)
    assert paper.words["opening"] == f"{cited}现将有关事项督办如下。"
    text = read(issued(world, paper))
    assert "整改到位。" in text and "一、总体要求。" not in text


def test_the_number_is_taken_at_issue_and_not_before(world: World) -> None:
    directive = story.handed_over(world)
    one, other, given_up = (drafted(world, directive) for _ in range(3))
    assert not numbering.issued(f"supervision-paper:{one.organ_id}:notice", 2026).exists()
    services.discard_paper(actor=world.actor(LI_MIN), paper_id=given_up.pk, at=AT)
    assert str(issued(world, other).number) == "市委办公室督通〔2026〕1号"
    assert str(issued(world, one).number) == "市委办公室督通〔2026〕2号"
    assert numbering.all_gaps() == {}


def test_what_is_issued_never_changes(world: World) -> None:
    paper = notice(world)
    for again in (
        lambda: services.word_paper(
            actor=world.actor(LI_MIN), paper_id=paper.pk, words={"title": "改"}, at=LATER
        ),
        lambda: services.discard_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, at=LATER),
        lambda: issued(world, paper),
    ):
        with refused("paper_is_issued", Conflict) as caught:
            again()
        assert caught.value.rule == "W-20"
    assert Paper.objects.get(pk=paper.pk).words["title"] == "关于编制重点项目投资计划的督办通知"


def test_the_same_content_gives_the_bytes_that_were_kept(world: World) -> None:
    paper = Paper.objects.get(pk=notice(world).pk)
    assert paper.issued_at is not None
    made = typeset(restored(paper.content), at=paper.issued_at)
    assert (made.pdf, made.docx) == (content(paper.pdf), content(paper.docx))
    assert paper.pdf is not None and paper.pdf.blob.sha256 == made.sha256


def test_both_files_become_papers_of_the_matter_and_are_named_in_its_record(world: World) -> None:
    paper = notice(world)
    kept = Attachment.objects.filter(matter_id=paper.directive_id, role=AttachmentRole.PAPER)
    assert {one.file_id for one in kept} == {paper.pdf_id, paper.docx_id}
    facts = Entry.objects.get(stream=paper.stream, verb="supervision.paper_issued").facts
    assert paper.pdf is not None
    assert facts["sha256"] == paper.pdf.blob.sha256
    assert facts["number"] == str(paper.number)


def test_the_archive_package_holds_the_papers(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    paper = issued(world, drafted(world, directive), at=AT)
    at = AT + timedelta(days=4)
    story.completed(world, directive)
    services.accept(actor=world.actor(LI_MIN), directive_id=directive.pk, opinion="属实。", at=at)
    services.close_out(actor=world.actor(LI_MIN), directive_id=directive.pk, at=at)
    package = packed(Directive.objects.get(pk=directive.pk), at=at)
    assert paper.pdf is not None and paper.docx is not None
    digests = {paper.pdf.blob.sha256, paper.docx.blob.sha256}
    assert digests <= {one.sha256 for one in package.files}
    assert {one.title for one in package.files if one.sha256 in digests} == {"生成文书"}


def test_the_word_copy_has_the_words_of_the_pdf(world: World) -> None:
    paper = notice(world)
    body = docx.Document(io.BytesIO(content(paper.docx))).element.body
    told = "".join("".join(one.text or "" for one in body.iter(qn("w:t"))).split())
    for said in (
        "关于编制重点项目投资计划的督办通知",
        str(paper.number),
        "于2026年10月15日前办结。",
        "抄送：市财政局。",
    ):
        assert said in told


def test_those_it_is_for_are_told_and_others_are_not(world: World) -> None:
    paper = notice(world)
    assert {one.name for one in paper.sent_to.all()} == {WANG_JIANPING, WU_XIAOFANG}
    told = Notice.objects.filter(person_id=world.people[WANG_JIANPING].pk).latest("id")
    assert "收到督办通知单（市委办公室督通〔2026〕1号）" in told.text
    assert told.url.endswith(f"/papers/{paper.pk}/")
    assert queries.paper(world.actor(WANG_JIANPING), paper.pk) == paper
    with refused("no_such_paper", NotFound):
        queries.paper(world.actor(SUN_YAO), paper.pk)


def test_a_draft_is_seen_by_its_makers_alone(world: World) -> None:
    paper = drafted(world, story.handed_over(world))
    assert queries.paper(world.actor(HE_WEI), paper.pk) == paper
    for outsider in (WANG_JIANPING, SUN_YAO):
        with refused("no_such_paper", NotFound):
            queries.paper(world.actor(outsider), paper.pk)
    with refused("not_a_supervisor", Forbidden):
        services.draft_paper(
            actor=world.actor(WANG_JIANPING), directive_id=paper.directive_id or 0, kind="notice", at=AT
        )


def test_papers_are_paged_both_ways(world: World) -> None:
    directive, actor = story.handed_over(world), world.actor(LI_MIN)
    made = [drafted(world, directive) for _ in range(3)][::-1]
    first = queries.papers(actor, drafts=True, size=2)
    second = queries.papers(actor, drafts=True, size=2, cursor=first.next_cursor)
    assert [*first.rows, *second.rows] == made
    assert queries.papers(actor, drafts=True, size=2, before=second.previous_cursor).rows == first.rows


def test_words_are_the_clerks_until_issue(world: World) -> None:
    paper = drafted(world, story.handed_over(world))
    words = {"title": "关于投资计划的督办通知", "to": "市发展改革委", "closing": '请抓紧。#read("x")'}
    services.word_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, words=words, at=AT)
    told = read(issued(world, paper))
    assert "关于投资计划的督办通知" in told
    assert '请抓紧。#read("x")' in told
    assert "根据第16次常务会议纪要，" in told  # what was not sent stays


@pytest.mark.parametrize(
    ("words", "code"),
    [({"title": " "}, "paper_without_title"), ({"closing": "长" * 2001}, "paper_too_long")],
    ids=["no title", "too long"],
)
def test_words_have_their_limits(world: World, words: dict[str, str], code: str) -> None:
    """Rule W-05: a paper has a title."""
    paper = drafted(world, story.handed_over(world))
    with pytest.raises(Refusal) as caught:
        services.word_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, words=words, at=AT)
    assert (caught.value.code, set(caught.value.fields)) == (code, set(words))


def test_no_paper_bears_a_secrecy_mark(world: World) -> None:
    paper = drafted(world, story.handed_over(world))
    with refused("secrecy_marked", SecrecyMarked):
        services.word_paper(
            actor=world.actor(LI_MIN), paper_id=paper.pk, words={"opening": "机密★10年"}, at=AT
        )
    assert "机密" not in str(Paper.objects.get(pk=paper.pk).words)


def test_a_character_that_cannot_be_drawn_stops_the_issue_and_takes_no_number(world: World) -> None:
    paper = drafted(world, story.handed_over(world))
    services.word_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, words={"to": "\U00016b40"}, at=AT)
    with pytest.raises(Refusal) as caught:
        issued(world, paper)
    assert caught.value.code == "no_glyph"
    assert not Issued.objects.filter(series__code__startswith="supervision-paper:").exists()


def test_an_archived_matter_gets_no_more_papers(world: World) -> None:
    directive = story.handed_over(world)
    directive.matter.archived_at = AT
    directive.matter.save()
    with refused("matter_is_archived", Conflict):
        drafted(world, directive)


def test_nor_a_next_version_and_its_page_offers_none(world: World) -> None:
    old = notice(world)
    begun = services.reissue_paper(actor=world.actor(LI_MIN), paper_id=old.pk, reason="错字", at=LATER)
    Matter.objects.filter(pk=old.directive_id).update(archived_at=LATER)
    with pytest.raises(Conflict) as caught:
        issued(world, begun)
    assert caught.value.code == "matter_is_archived" and "重新办理" in caught.value.hint
    services.discard_paper(actor=world.actor(LI_MIN), paper_id=begun.pk, at=LATER)
    with refused("matter_is_archived", Conflict):
        services.reissue_paper(actor=world.actor(LI_MIN), paper_id=old.pk, reason="错字", at=LATER)
    assert "起草新的一版" not in world.client(LI_MIN).get(f"/supervision/papers/{old.pk}/").content.decode()


# ── the next version ──────────────────────────────────────────────────────────────────────────────────


def test_the_next_version_makes_the_old_number_void_when_it_goes_out(world: World) -> None:
    old = notice(world)
    new = services.reissue_paper(actor=world.actor(LI_MIN), paper_id=old.pk, reason="抄送有误", at=LATER)
    assert Paper.objects.get(pk=old.pk).state == PaperState.ISSUED  # it stands until then
    new = issued(world, new)
    old = Paper.objects.get(pk=old.pk)
    assert (new.version, str(new.number)) == (2, "市委办公室督通〔2026〕2号")
    assert old.state == PaperState.REPLACED
    assert old.number is not None and old.number.is_void and old.number.void_reason == "抄送有误"
    assert "（原市委办公室督通〔2026〕1号作废）" in read(new)
    assert "督通〔2026〕1号" in read(old)  # its file is as it was
    assert numbering.all_gaps() == {}


def test_a_paper_is_reissued_once_and_with_a_reason(world: World) -> None:
    """Rules W-27 and TV-14: a number withdrawn keeps its place with its reason."""
    old = notice(world)
    again = {"actor": world.actor(LI_MIN), "paper_id": old.pk, "at": LATER}
    with refused("reissue_without_reason"):
        services.reissue_paper(reason=" ", **again)  # type: ignore[arg-type]
    begun = services.reissue_paper(reason="错字", **again)  # type: ignore[arg-type]
    with refused("paper_is_being_reissued", Conflict):
        services.reissue_paper(reason="错字", **again)  # type: ignore[arg-type]
    services.discard_paper(actor=world.actor(LI_MIN), paper_id=begun.pk, at=LATER)
    assert services.reissue_paper(reason="错字", **again).version == 2  # type: ignore[arg-type]


def test_a_paper_of_one_matter_is_archived_with_it_and_not_alone(world: World) -> None:
    with pytest.raises(Conflict) as refused:
        services.file_paper(actor=world.actor(LI_MIN), paper_id=notice(world).pk, at=LATER)
    assert refused.value.code == "nothing_to_file"
