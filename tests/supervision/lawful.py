"""What an act that went through must bear: table D-30 of the rule book copied by hand, never asked of the program."""

from datetime import datetime, timedelta

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Assignment, Attachment, AttachmentRole, Group, Light, Role
from zhongshu.org import queries as org
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision.models import Directive, State

# event: where it leads; what is not told here leaves a matter where it is
MOVES = {
    "docket": ("登记", "已立项"),
    "shelve": ("登记", "转阅"),
    "dispatch": ("已立项", "待签收"),
    "sign_for": ("待签收", "承办中"),
    "object": ("待签收", "已立项"),
    "suspend": ("承办中", "已中止"),
    "resume": ("已中止", "承办中"),
    "complete": ("承办中", "待审核"),
    "accept": ("待审核", "已办结"),
    "return_for_rework": ("待审核", "承办中"),
    "close_out": ("已办结", "已销号"),
    "archive": ("已销号", "已归档"),
    "reopen": ("已办结", "承办中"),
    "transfer": ("", "已移送"),
    "terminate": ("", "已终止"),
}
IN_ONE_BREATH = {
    "docket": ("登记", "待签收"),
    "close_out": ("已办结", "已归档"),
}  # handed out, archived with it
SAID = ("docket", "object_to", "return_for_rework", "reopen", "take_up_again", "ask_extension", "ask_suspension",
        "resume", "complete", "answer_leader", "recheck", "terminate", "transfer")  # fmt: skip


def bears_what_it_must(
    actor: Actor, verb: str, event: str, before: Directive, words: str, yes: bool, at: datetime
) -> None:
    """Where it went, what was said, and what D-07 to D-25 ask to be there, by the rows as they stand now."""
    after = Directive.objects.select_related("matter").get(pk=before.pk)
    stays = verb in ("ask_suspension", "ask_extension") or (verb == "decide_suspension" and not yes)
    start, end = IN_ONE_BREATH.get(verb) or MOVES.get(event, ("", ""))
    assert start in ("", _name(before)), f"{verb} from {_name(before)}"
    assert _name(after) == (_name(before) if stays or not end else end), f"{verb} led to {_name(after)}"
    assert verb not in SAID or words.strip(), f"{verb} without a word"
    match verb:
        case "docket":
            assert after.approver_id and after.basis.strip(), "docketed without approver or basis"
        case "object_to":
            given = Assignment.objects.filter(matter=after.matter, role=Role.LEAD).latest("opened_at")
            assert at - given.opened_at <= timedelta(days=14), "five working days are up, holidays and all"
        case "ask_extension":
            assert before.matter.current_due and local_day(at) <= before.matter.current_due
        case "decide_extension":
            _another_decides(actor, before, "extension_asked")
        case "decide_suspension":
            _another_decides(actor, before, "suspension_asked")
            _parts_know(after, followed=False)
        case "terminate" | "transfer":
            _parts_know(after, followed=yes or verb == "transfer")
        case "resume":
            _runs_on_with_what_was_left(before, after, at)
        case "accept":
            assert after.verified_at == at and after.verified_by_id == actor.person_id
        case "complete":
            heads = [one.pk for one in org.heads(after.matter.lead_unit_id, local_day(at))]
            assert after.feedback_signed_by_id in heads, "not signed by who leads the unit"
        case "return_for_rework":
            assert after.returns == before.returns + 1
        case "reopen":
            assert before.verified_at and local_day(at) <= local_day(before.verified_at) + timedelta(days=90)
        case "close_out":
            assert Attachment.objects.filter(matter=after.matter, role=AttachmentRole.EVIDENCE).exists()
            assert after.verified_at and after.feedback_signed_by_id
            assert after.answered_at or after.instructed_by_id is None, "the leader has no answer"


def _another_decides(actor: Actor, before: Directive, asked: str) -> None:
    entry = Entry.objects.filter(stream=before.matter.stream, verb=f"supervision.{asked}").latest("pk")
    assert not actor.seats & {entry.actor_id, entry.acting_for_id}, "decided by who asked"


def _parts_know(whole: Directive, *, followed: bool) -> None:
    """Open parts of what has ended or stands go on only where they were told so; none does where all follow."""
    if whole.state == State.UNDERTAKING:
        return
    for part in Directive.objects.select_related("matter").filter(
        matter__parent=whole.pk, matter__group=Group.OPEN
    ):
        assert not followed, "a part outlives its whole"
        told = Entry.objects.filter(stream=part.matter.stream, verb="supervision.whole_moved")
        assert part.state == State.SUSPENDED or told.exists(), "a part goes on and was not told"


def _runs_on_with_what_was_left(before: Directive, after: Directive, at: datetime) -> None:
    """The working days left when the clock stopped are left when it runs on; a part has no more than its whole."""
    stopped, calendar = before.matter.stopped_on, workdays.calendar()
    assert stopped and before.matter.current_due and after.matter.current_due
    left = calendar.count(stopped, before.matter.current_due)
    now = calendar.count(local_day(at), after.matter.current_due)
    assert now == left or (after.matter.parent_id and now < left), f"{left} days were left, now {now}"


def stands_while_it_stands(directive: Directive) -> None:
    """While the clock stands nothing is late: no light, and no slip raised since."""
    matter = directive.matter
    if directive.state == State.SUSPENDED:
        assert matter.stopped_on and matter.light == Light.GREY
        raised = directive.slips.filter(raised_at__date__gt=matter.stopped_on)
        assert not raised.exists(), "a slip about what stands"


def _name(directive: Directive) -> str:
    return str(State(directive.state).label)
