"""Who may do what to a paper. The guard, the list and the button ask here; what a seat may do, the walk says."""

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Approval, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking import SUBMIT, Walk, may_take_back, stopped
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.org.models import Duty

SEAT_VERBS = ("agree", "refuse", "give_back", "add_signer", "reassign", "delegate")

OVERSEEING = (Duty.AUDIT, Duty.LEAD_ORGAN)


def oversees(actor: Actor, organ_id: int) -> bool:
    """Whether ``actor`` reads whatever the organ's papers say, as long as he has no part in them."""
    return actor.is_system or actor.has_any(OVERSEEING, organ_id)


def may_work(actor: Actor) -> Verdict:
    """Whether ``actor`` hands papers in and decides on them: the three administrators do not (rule G-05)."""
    if actor.admin_role:
        return not_yours("administers", _("管理员账号不办理业务。"))
    return YES


def require_offered(actor: Actor, walk: Walk, verb: str) -> None:
    """Refuse what is not ``actor``'s to do now: what the page offers and what is let through are the same."""
    if verb not in offered(actor, walk):
        not_yours("not_now", _("这一步现在不由您办理，或者已经办过了。"), _("请刷新页面。")).require()


def may_keep_routes(actor: Actor, organ_id: int | None) -> Verdict:
    """Whether ``actor`` drafts and publishes routes (of the organ; of any, when None)."""
    if actor.is_system or actor.has_duty(Duty.KEEP_ROUTES, organ_id):
        return YES
    return not_yours("not_a_keeper_of_routes", _("审批路线由承担“审批路线管理”职责的岗位维护。"))


def may_stop(actor: Actor, approval: Approval) -> Verdict:
    """Whether ``actor`` may suspend, resume or make void: its submitter, and who leads the organ."""
    organ_id = approval.matter.organ_id
    if actor.is_system or approval.submitter_id in actor.seats or actor.has_duty(Duty.LEAD_ORGAN, organ_id):
        return YES
    return not_yours("not_your_paper", _("只有提交人或者机关领导可以挂起、恢复或作废。"))


def may_deposit(actor: Actor, approval: Approval) -> Verdict:
    """Whether ``actor`` files a concluded paper: the house itself, and who keeps the archive of the organ."""
    if actor.is_system or actor.has_duty(Duty.KEEP_ARCHIVE, approval.matter.organ_id):
        return YES
    return not_yours("keeps_no_archive", _("归档由系统自动办理，或由档案管理人员办理。"))


def may_remind(actor: Actor, walk: Walk) -> Verdict:
    """Whether ``actor`` may remind those who hold it: the submitter and whoever has already acted on it."""
    acted = any(seat.decided_by_id == actor.person_id for seat in walk.seats if seat.decided_by_id)
    if acted or walk.approval.submitter_id in actor.seats:
        return YES
    return not_yours("not_yours_to_remind", _("提交人和办过这份审批的人可以催办。"))


def seat_for(actor: Actor, walk: Walk) -> Seat | None:
    """The seat in which ``actor`` is asked now; his own before that of somebody he stands in for."""
    mine = [
        seat
        for leg in walk.live()
        if leg.state == "open"
        for seat in walk.seats_of(leg)
        if seat.state == SeatState.OPEN and seat.person_id == actor.in_name_of
    ]
    return mine[0] if mine else None


def offered(actor: Actor, walk: Walk) -> list[str]:
    """The verbs that are ``actor``'s to do now: exactly the buttons of the page."""
    if actor.admin_role:
        return []
    approval, found = walk.approval, list[str]()
    seat = seat_for(actor, walk) if approval.status == Status.RUNNING else None
    if seat is not None:
        found += _in_seat(actor, walk, seat)
    if approval.status == Status.RUNNING:
        found += ["take_back"] if last_own(actor, walk) else []
        found += ["remove_signer"] if own_signers(actor, walk) else []
        found += ["copy"] if seat or approval.submitter_id in actor.seats else []
        found += ["remind"] if may_remind(actor, walk) and not seat else []
    if may_stop(actor, approval):
        found += {Status.RUNNING: ["suspend", "void"], Status.SUSPENDED: ["resume", "void"]}.get(
            Status(approval.status), []
        )
    return found


def _in_seat(actor: Actor, walk: Walk, seat: Seat) -> list[str]:
    if walk.leg(seat.leg).stage == SUBMIT:
        return ["hand_in"]
    if actor.acting_for and stopped(walk, seat, actor.seats):
        return ["reassign"]
    return ["advise", "reassign"] if seat.kind == SeatKind.ADVICE else list(SEAT_VERBS)


def last_own(actor: Actor, walk: Walk) -> Seat | None:
    """The decision that ``actor`` can still take back."""
    own = [
        seat
        for seat in walk.seats
        if seat.decided_by_id is not None and {seat.decided_by_id, seat.person_id} <= actor.seats
    ]
    return next((seat for seat in reversed(own) if may_take_back(walk, seat)), None)


def own_signers(actor: Actor, walk: Walk) -> list[Seat]:
    """Signers whom ``actor`` has added and who have not decided yet."""
    live = {leg.number for leg in walk.live()}
    return [
        seat
        for seat in walk.seats
        if seat.kind != SeatKind.BASE
        and seat.added_by_id in actor.seats
        and seat.is_undecided
        and seat.leg in live
    ]
