"""Papers of supervision before they are issued: drafted from the data, written on, given up."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, NotFound, Refusal
from zhongshu.matters import queries as matter_queries
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import papers, policies, queries
from zhongshu.supervision.models import OF_SLIPS, Directive, Paper, PaperKind, Slip, SlipWeight
from zhongshu.supervision.papers.facts import supporting
from zhongshu.supervision.queries import Filter

_SHORT = 200


@use_case("supervision.draft_paper")
def draft_paper(
    *, actor: Actor, directive_id: int, kind: str, slip_id: int | None = None, at: datetime
) -> Paper:
    """Begin a paper about a matter, with its words written beforehand: a 督办通知单, or the paper of a slip.

    ``slip_id`` names an issued slip of the matter for every kind but the notice. It has no number yet.
    """
    directive = queries.get(actor, directive_id)
    matter = directive.matter
    policies.may_draft_papers(actor, matter.organ_id).require()
    refuse_archived(directive)
    slip = _slip(directive, kind, slip_id)
    supports = supporting(list(matter_queries.open_assignments(matter.pk))).replace("、", "，")
    words = papers.first_words(kind, directive=directive, slip=slip, said="", supports=supports)
    about = {"directive": directive, "slip": slip, "organ_id": matter.organ_id, "unit_id": matter.unit_id}
    return _drafted(Paper(kind=kind, words=words, **about), actor=actor, at=at)


@use_case("supervision.draft_overview")
def draft_overview(
    *, actor: Actor, unit_id: int, kind: str, narrowed: Filter, said: str, at: datetime
) -> Paper:
    """Begin a 督查专报 or a 督办通报 over the ledger under a filter, for the supervising unit ``unit_id``.

    Refused where the filter finds nothing, or more than 300 matters. The figures are taken anew at issue.
    """
    unit = org.unit(unit_id)
    organ = unit.organ or unit
    policies.may_draft_papers(actor, organ.pk).require()
    if kind not in (PaperKind.REPORT, PaperKind.BULLETIN):
        raise Refusal("no_such_paper_kind", _("台账只能成文为督查专报或督办通报。"))
    papers.selected(actor, narrowed, today=local_day(at))
    words = papers.first_words(kind, directive=None, slip=None, said=said)
    paper = Paper(
        kind=kind, words=words, organ=organ, unit=unit, selection=papers.kept(narrowed), said=said[:300]
    )
    return _drafted(paper, actor=actor, at=at)


@use_case("supervision.word_paper")
def word_paper(*, actor: Actor, paper_id: int, words: Mapping[str, str], at: datetime) -> Paper:
    """Write on a draft: the fields of its kind (``papers.FIELDS``); a title is needed, lengths are limited."""
    paper = queries.paper_for_update(actor, paper_id)
    policies.may_draft_papers(actor, paper.organ_id).require()
    paper.require_draft()
    told = {name: str(words.get(name, paper.words[name])).strip() for name in papers.FIELDS[paper.kind]}
    _check(told)
    paper.words = told
    paper.save(update_fields=["words"])
    _record(paper, "paper_worded", actor=actor, at=at)
    return paper


@use_case("supervision.discard_paper")
def discard_paper(*, actor: Actor, paper_id: int, at: datetime) -> Paper:
    """Give a draft up; a paper that was issued stays."""
    paper = queries.paper_for_update(actor, paper_id)
    policies.may_draft_papers(actor, paper.organ_id).require()
    paper.discard()
    _record(paper, "paper_discarded", actor=actor, at=at)
    return paper


@use_case("supervision.reissue_paper")
def reissue_paper(*, actor: Actor, paper_id: int, reason: str, at: datetime) -> Paper:
    """Begin the next version of an issued paper, with its words; the old one stands until the new one is issued.

    Refused without a reason. Conflict where a next version was begun already, or the matter is in the archive.
    """
    old = queries.paper_for_update(actor, paper_id)
    policies.may_issue_paper(actor, old).require()
    refuse_archived(old.directive)
    if not reason.strip():
        raise Refusal(
            "reissue_without_reason",
            _("重发要写明原因。"),
            fields={"reason": _("请写明为什么重发。")},
            rule="W-27",
        )
    begun = Paper.objects.filter(replaces=old).exclude(state="discarded").first()
    if old.is_draft or begun:
        raise Conflict("paper_is_being_reissued", _("这份文书已有新的一版，不能再次重发。"), rule="W-27")
    Paper.objects.filter(replaces=old).update(replaces=None)
    about = ("kind", "organ_id", "unit_id", "directive_id", "slip_id", "selection", "said", "words")
    new = Paper(**{name: getattr(old, name) for name in about}, version=old.version + 1)
    new.replaces, new.reason = old, reason.strip()[:_SHORT]
    return _drafted(new, actor=actor, at=at)


def refuse_archived(directive: Directive | None) -> None:
    """Refuse a paper about a matter that lies in the archive: its package is closed (law 9)."""
    if directive is not None and directive.matter.archived_at is not None:
        raise Conflict(
            "matter_is_archived",
            _("这件事已经归档，不能再成文。"),
            hint=_("确需更正的，请在这件事上“重新办理”，在新登记的事项里成文。"),
        )


def _slip(directive: Directive, kind: str, slip_id: int | None) -> Slip | None:
    """The slip a paper is of; None for a notice."""
    if kind == PaperKind.NOTICE:
        return None
    slip = directive.slips.filter(pk=slip_id or 0, issued_at__isnull=False).first()
    if slip is None or OF_SLIPS[SlipWeight(slip.weight)] != kind:
        raise NotFound("no_such_slip", _("没有已发出的这种督办单，不能成文。"), hint=_("请先发督办单。"))
    return slip


def _drafted(paper: Paper, *, actor: Actor, at: datetime) -> Paper:
    paper.drafted_by_id, paper.drafted_at = actor.person_id, at
    paper.save()
    _record(paper, "paper_drafted", actor=actor, at=at)
    return paper


def _record(paper: Paper, verb: str, *, actor: Actor, at: datetime) -> None:
    """Drafts keep a journal of their own: what is not issued does not stand in the record of the matter."""
    facts = {"kind": paper.get_kind_display(), "title": str(paper), "version": paper.version}
    journal.record(stream=f"paper:{paper.pk}", verb=f"supervision.{verb}", actor=actor, at=at, data=facts)


def _check(words: Mapping[str, str]) -> None:
    if "title" in words and not words["title"]:
        raise Refusal(
            "paper_without_title", _("文书要有标题。"), fields={"title": _("请写标题。")}, rule="W-05"
        )
    limits = {name: papers.EXTENT.get(name, _SHORT) for name in words}
    fields = {
        n: _("至多 %(most)s 字。") % {"most": most} for n, most in limits.items() if len(words[n]) > most
    }
    if fields:
        raise Refusal("paper_too_long", _("有的栏目写得太长。"), fields=fields)
