"""Papers of supervision: drafted from the data, numbered at issue, kept by content, sent, replaced and never changed."""

import io
import json
from datetime import timedelta

import docx
import pytest
from docx.oxml.ns import qn

from tests.platform.typesetting.pages import Pages
from tests.refusing import refused
from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SUN_YAO,
    WANG_JIANPING,
    WU_XIAOFANG,
    ZHOU_QIMING,
    World,
)
from zhongshu.archive import offline
from zhongshu.archive.queries import place_of
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.matters.models import Attachment, AttachmentRole, Group, Matter
from zhongshu.platform.files.models import File
from zhongshu.platform.files.queries import open_for
from zhongshu.platform.files.refusals import SecrecyMarked
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.queries import chain
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.numbering import queries as numbering
from zhongshu.platform.numbering.models import Issued
from zhongshu.platform.typesetting.elements import restored
from zhongshu.platform.typesetting.services import typeset
from zhongshu.supervision import figures, papers, queries, services
from zhongshu.supervision.models import Directive, Paper, PaperKind, PaperState, SlipWeight
from zhongshu.supervision.queries import Filter
from zhongshu.supervision.services.package import packed

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=45)  # past the date of every story: Monday 2 November 2026
INTERVIEWED = {
    "title": "约谈记录",
    "held": "11月3日15时",
    "place": "督查科",
    "host": "何伟",
    "record": "已谈。",
}


def drafted(world: World, directive: Directive, kind: str = PaperKind.NOTICE, **more: object) -> Paper:
    asked = {"directive_id": directive.pk, "kind": kind, "at": AT, **more}
    return services.draft_paper(actor=world.actor(LI_MIN), **asked)  # type: ignore[arg-type]


def issued(world: World, paper: Paper, *, by: str = LI_MIN, at: object = LATER) -> Paper:
    return services.issue_paper(actor=world.actor(by), paper_id=paper.pk, at=at)  # type: ignore[arg-type]


def notice(world: World) -> Paper:
    return issued(world, drafted(world, story.signed_for(world, story.handed_over(world))), at=AT)


def slip(world: World, directive: Directive, weight: SlipWeight, *, by: str = LI_MIN) -> int:
    told = {"directive_id": directive.pk, "weight": weight, "text": "请于十日内办结。", "at": LATER}
    return services.issue_slip(actor=world.actor(by), **told).pk  # type: ignore[arg-type]


def overview(world: World, kind: str, *, by: str = LI_MIN, narrowed: Filter | None = None) -> Paper:
    asked = {"unit_id": world.units["SWB-DC"].pk, "kind": kind, "said": "在办", "at": LATER}
    return services.draft_overview(actor=world.actor(by), narrowed=narrowed or Filter(), **asked)  # type: ignore[arg-type]


def content(file: File | None) -> bytes:
    assert file is not None
    with open_for(file) as stream:
        return stream.read()


def read(paper: Paper) -> str:
    return Pages(content(paper.pdf)).text()


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


# ── papers of slips ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("weight", "kind", "said"),
    [
        (SlipWeight.NOTE, PaperKind.NOTE, "督办提醒单"),
        (SlipWeight.URGING, PaperKind.URGING, "关于催办编制重点项目投资计划的函"),
        (SlipWeight.SUPERVISING, PaperKind.SUPERVISING, "关于督办编制重点项目投资计划的函"),
    ],
)
def test_a_slip_gets_its_paper(world: World, weight: SlipWeight, kind: str, said: str) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    paper = issued(world, drafted(world, directive, kind, slip_id=slip(world, directive, weight)))
    told = read(paper)
    assert said in told
    assert "已逾期12个工作日" in told
    assert "请于十日内办结。" in told
    assert set(paper.slip.to.all()) <= set(paper.sent_to.all())  # type: ignore[union-attr]


def test_an_interview_is_recorded_on_a_form(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    paper = drafted(
        world, directive, PaperKind.INTERVIEW, slip_id=slip(world, directive, SlipWeight.INTERVIEW)
    )
    assert paper.words["whom"] == ZHOU_QIMING
    services.word_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, words=INTERVIEWED, at=LATER)
    told = read(issued(world, paper))
    assert all(said in told for said in (*INTERVIEWED.values(), ZHOU_QIMING, "表态及措施"))


def test_the_words_of_the_ladder_are_not_said_twice(world: World) -> None:
    """A slip raised by itself says the date and the days late; its paper has them from the data already."""
    directive = story.signed_for(world, story.handed_over(world))
    told = {"directive_id": directive.pk, "weight": SlipWeight.URGING, "text": "", "at": LATER}
    out = services.issue_slip(actor=world.actor(LI_MIN), **told)  # type: ignore[arg-type]
    assert "已逾期" in out.text
    paper = drafted(world, directive, PaperKind.URGING, slip_id=out.pk)
    assert "逾期" not in "".join(paper.words.values())


def test_a_slip_that_is_not_out_gets_no_paper(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    out = slip(world, directive, SlipWeight.URGING)
    for kind, slip_id in ((PaperKind.URGING, None), (PaperKind.INTERVIEW, out), ("nonsense", out)):
        with refused("no_such_slip", NotFound):
            drafted(world, directive, kind, slip_id=slip_id)


# ── papers over the ledger ────────────────────────────────────────────────────────────────────────────


def several(world: World) -> None:
    """Three matters: two late at LATER, one near its date."""
    story.signed_for(world, story.handed_over(world))
    story.handed_over(world, title="拨付应急补助资金", lead_id=world.units["CZJ"].pk, support_ids=())
    story.handed_over(world, title="编制水库加固方案", due=local_day(LATER) + timedelta(days=2))


@pytest.mark.parametrize(
    "narrowed", [Filter(), Filter(late=True), Filter(soon=True)], ids=["all", "late", "soon"]
)
def test_figures_are_those_of_the_list(world: World, narrowed: Filter) -> None:
    several(world)
    actor, day = world.actor(LI_MIN), local_day(LATER)
    told = read(issued(world, overview(world, PaperKind.REPORT, narrowed=narrowed)))
    rows = queries.ledger(actor, narrowed, today=day, size=100).rows
    assert f"共{figures.count(actor, narrowed, day)}件" in told
    assert len(rows) == figures.count(actor, narrowed, day)
    late = sum(1 for one in rows if one.current_due and one.current_due < day)
    assert f"逾期{late}件" in told
    assert all(row.title[:8] in told for row in rows)  # as much as stands on the first line of its cell


def test_a_report_goes_to_the_leaders_and_counts_in_issues_of_the_year(world: World) -> None:
    several(world)
    paper = issued(world, overview(world, PaperKind.REPORT))
    assert [one.name for one in paper.sent_to.all()] == [CHEN_LI]
    assert str(paper.number) == "2026年第1期"
    assert "督查专报" in read(paper)
    assert queries.paper(world.actor(CHEN_LI), paper.pk) == paper
    with refused("no_such_paper", NotFound):
        queries.paper(world.actor(WANG_JIANPING), paper.pk)


def test_a_bulletin_is_the_approvers_to_issue(world: World) -> None:
    """Rule D-10: criticism takes effect when the head has approved it."""
    several(world)
    paper = overview(world, PaperKind.BULLETIN)
    with refused("not_an_approver", Forbidden):
        issued(world, paper)
    told = read(issued(world, paper, by=CHEN_LI))
    assert "澄江市委办公室督办通报" in told
    assert {one.name for one in Paper.objects.get(pk=paper.pk).sent_to.all()} == {WANG_JIANPING, WU_XIAOFANG}


def test_a_bulletin_names_units_in_the_order_of_the_directory_and_no_person(world: World) -> None:
    several(world)
    told = read(issued(world, overview(world, PaperKind.BULLETIN), by=CHEN_LI))
    table = told[told.index("退回次数") : told.index("三、逾期事项")]
    assert table.index("市发展改革委") < table.index("市财政局")
    people = {WANG_JIANPING, ZHOU_QIMING, WU_XIAOFANG}
    assert [name for name in people if name in told] == []


def test_a_report_is_archived_as_a_matter_of_its_own(world: World) -> None:
    several(world)
    before = figures.count(world.actor(LI_MIN), Filter(), local_day(LATER))
    paper = issued(world, overview(world, PaperKind.REPORT))
    filed = paper.filed
    assert filed is not None and (filed.kind, filed.number) == ("overview", "督查专报2026年第1期")
    assert (filed.group, filed.archived_at, filed.assignments.count()) == (Group.CLOSED, LATER, 0)
    place = place_of(filed.deposit)
    assert offline.faults(place) == []
    assert sorted(one.suffix for one in (place / "files").iterdir()) == [".docx", ".pdf"]
    told = json.loads((place / "metadata.json").read_text(encoding="utf-8"))
    assert "督查专报" in str(told) and "在办" in str(told)
    verbs = [one.verb for one in chain(filed.stream)]
    assert verbs[0] == "supervision.paper_issued" and verbs[-1] == "supervision.paper_filed"
    assert figures.count(world.actor(LI_MIN), Filter(), local_day(LATER)) == before, (
        "no matter to be supervised"
    )
    for name in (LI_MIN, CHEN_LI):
        found = Matter.objects.visible_to(world.actor(name)).filter(pk=filed.pk)
        assert found.exists(), name
        page = world.client(name).get(f"/supervision/papers/filed/{filed.pk}/", follow=True)
        assert filed.deposit.code in page.content.decode(), name
    assert world.client(WANG_JIANPING).get(f"/supervision/papers/filed/{filed.pk}/").status_code == 404
    with pytest.raises(Conflict):
        services.file_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, at=LATER)


def test_without_a_fonds_number_it_goes_out_and_is_filed_when_there_is_one(world: World) -> None:
    several(world)
    organ = world.units["SWB"]
    code, organ.fonds_code = organ.fonds_code, ""
    organ.save()
    paper = issued(world, overview(world, PaperKind.REPORT))
    here, limin = f"/supervision/papers/{paper.pk}/", world.client(LI_MIN)
    assert paper.filed is not None and paper.filed.archived_at is None
    assert "deposit/" in limin.get(here).content.decode()
    with pytest.raises(Refusal) as refused:
        services.file_paper(actor=world.actor(LI_MIN), paper_id=paper.pk, at=LATER)
    assert refused.value.rule == "A-06"
    organ.fonds_code = code
    organ.save()
    assert limin.post(here + "deposit/", {"once": "a"}).status_code == 303
    assert Paper.objects.get(pk=paper.pk).filed.deposit.code  # type: ignore[union-attr]
    assert "deposit/" not in limin.get(here).content.decode()


def test_a_paper_of_one_matter_is_archived_with_it_and_not_alone(world: World) -> None:
    with pytest.raises(Conflict) as refused:
        services.file_paper(actor=world.actor(LI_MIN), paper_id=notice(world).pk, at=LATER)
    assert refused.value.code == "nothing_to_file"


def test_nothing_and_too_much_are_refused(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refusal) as nothing:
        overview(world, PaperKind.REPORT)
    assert nothing.value.code == "nothing_selected"
    several(world)
    monkeypatch.setattr("zhongshu.supervision.papers.selection.MOST_ROWS", 2)
    with pytest.raises(Refusal) as much:
        overview(world, PaperKind.REPORT)
    assert much.value.code == "too_much_selected"
    with pytest.raises(Refusal) as kind:
        overview(world, PaperKind.NOTICE)
    assert kind.value.code == "no_such_paper_kind"


def test_the_figures_are_those_of_the_day_of_issue(world: World) -> None:
    several(world)
    paper = overview(world, PaperKind.REPORT)
    story.handed_over(world, title="完成供热管网改造")
    told = read(issued(world, paper))
    assert "共4件" in told
    assert "完成供热管网改造" in told


def test_a_filter_comes_back_as_it_was_kept() -> None:
    day = local_day(AT)
    whole = Filter(
        text="水库", scope="ours", state="undertaking", unit_id=3, late=True, due_from=day, ended_from=day
    )
    for narrowed in (Filter(), whole):
        assert papers.filter_of(papers.kept(narrowed)) == narrowed
