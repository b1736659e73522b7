"""What an act that went through must bear: table D-30 of the rule book copied by hand, never asked of the program."""

from datetime import datetime, timedelta

from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Assignment, Attachment, AttachmentRole, Role
from zhongshu.org import queries as org
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


def bears_what_it_must(verb: str, event: str, before: Directive, words: str, yes: bool, at: datetime) -> None:
    """Where it went, what was said, and what D-07 to D-25 ask to be there, by the rows as they stand now."""
    after = Directive.objects.select_related("matter").get(pk=before.pk)
    stays = verb in ("ask_suspension", "ask_extension") or (verb == "decide_suspension" and not yes)
    start, end = IN_ONE_BREATH.get(verb) or MOVES.get(event, ("", ""))
    assert start in ("", _name(before)), f"{verb} from {_name(before)}"
    assert _name(after) == (_name(before) if stays or not end else end), f"{verb} led to {_name(after)}"
    assert verb not in SAID or words.strip(), f"{verb} without a word"
    match verb:
        case "object_to":
            given = Assignment.objects.filter(matter=after.matter, role=Role.LEAD).latest("opened_at")
            assert at - given.opened_at <= timedelta(days=14), "five working days are up, holidays and all"
        case "ask_extension":
            assert before.matter.current_due and local_day(at) <= before.matter.current_due
        case "decide_extension":
            asked = after.extension_requests.latest("decided_at")
            assert asked.asked_by_id != asked.decided_by_id, "granted by who asked"
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


def _name(directive: Directive) -> str:
    return str(State(directive.state).label)
