"""Who may do what to a paper. The guard, the list and the button ask here; what a seat may do, the walk says."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from zhongshu.approvals import registry
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import (
    FILED,
    Approval,
    Leg,
    LegState,
    Route,
    RouteVersion,
    Seat,
    SeatKind,
    SeatState,
    Status,
)
from zhongshu.approvals.walking import (
    SUBMIT,
    Walk,
    askable,
    may_take_back,
    reachable,
    stopped,
    takers,
    targets,
)
from zhongshu.approvals.walking.words import instead, not_with_the_drafter
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.kernel.verdicts import YES, Verdict, no, not_now, not_yours
from zhongshu.org.models import Duty

Undoing = Callable[[Power | None], Verdict]
MOST_AT_ONCE = 100
UNDER_WAY = (Status.RUNNING, Status.SUSPENDED)
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
        if verb == "hand_in" and walk.approval.submitter_id in actor.seats:
            not_with_the_drafter(walk.approval.status).require()
        (may_remind_now if verb == "remind" else hindrance)(actor, walk).require()
        not_yours("not_now", _("这一步现在不由您办理，或者已经办过了。"), _("请刷新页面。")).require()


def may_keep_routes(actor: Actor, organ_id: int | None) -> Verdict:
    """Whether ``actor`` drafts and publishes routes (of the organ; of any, when None)."""
    if actor.is_system or actor.has_duty(Duty.KEEP_ROUTES, organ_id):
        return YES
    return not_yours("not_a_keeper_of_routes", _("审批路线由承担“审批路线管理”职责的岗位维护。"))


def may_renew(route: Route, draft: RouteVersion | None) -> Verdict:
    """Whether what has come to a route can be put in force at once: it is in use, and nobody is changing it."""
    if route.withdrawn_at or route.current_id is None:
        return not_now("not_in_use", _("这条路线没有在用。"), _("请先修改、发布，再加新内容。"))
    if draft is not None:
        return not_now("draft_in_hand", _("这条路线有草稿还没有发布。"), _("请在草稿里加上，再发布。"))
    return YES


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


def may_remind_now(actor: Actor, walk: Walk) -> Verdict:
    """Whether ``actor`` reminds others now; refused for a paper that is stopped, and twice on one day."""
    if walk.approval.status == Status.SUSPENDED:
        return not_now("suspended", _("这份审批已挂起，现在不能办理。"), _("请等恢复后再办。"))
    verdict = may_remind(actor, walk)
    if verdict and not reminded(actor, walk):
        return not_now("reminded_today", _("今天已经催办过，或者没有别人在办。"), _("请明天再催。"))
    return verdict


def reminded(actor: Actor, walk: Walk) -> list[Leg]:
    """The legs in which ``actor`` can remind others now: once a day each, and not of what he holds himself."""
    asked = {
        seat.leg for seat in walk.seats if seat.state == SeatState.OPEN and seat.person_id not in actor.seats
    }
    running, today = walk.approval.status == Status.RUNNING, walk.casting.today
    legs = [leg for leg in walk.live() if leg.state == LegState.OPEN and leg.number in asked]
    return [leg for leg in legs if running and leg.reminded_on != today]


def may_copy(actor: Actor, walk: Walk) -> bool:
    """Whether ``actor`` sends copies: the submitter, also of what is concluded, and who is asked now."""
    if actor.admin_role:
        return False
    own, status = walk.approval.submitter_id in actor.seats, walk.approval.status
    if status == Status.RUNNING:
        return own or seat_for(actor, walk) is not None
    return own and status in FILED


def seat_for(actor: Actor, walk: Walk) -> Seat | None:
    """The seat in which ``actor`` is asked now; of several one in which he may decide."""
    mine = [
        seat
        for leg in walk.live()
        if leg.state == LegState.OPEN
        for seat in walk.seats_of(leg)
        if seat.state == SeatState.OPEN and seat.person_id == actor.in_name_of
    ]
    able = (
        seat
        for seat in mine[1:]
        if stopped(walk, mine[0], actor.seats) and not stopped(walk, seat, actor.seats)
    )
    return next(able, mine[0] if mine else None)


def offered(actor: Actor, walk: Walk) -> list[str]:
    """The verbs that are ``actor``'s to do now: exactly the buttons of the page, and what the services take."""
    if actor.admin_role:
        return []
    approval, found = walk.approval, list[str]()
    if approval.status == Status.RUNNING:
        seat = seat_for(actor, walk)
        found += _in_seat(actor, walk, seat) if seat else []
        found += ["take_back"] if last_own(actor, walk) else []
        found += ["remove_signer"] if own_signers(actor, walk) else []
        found += ["remind"] if may_remind_now(actor, walk) else []
    found += ["copy"] if may_copy(actor, walk) else []
    if may_stop(actor, approval):
        found += {Status.RUNNING: ["suspend"], Status.SUSPENDED: ["resume"]}.get(Status(approval.status), [])
        found += ["void"] if approval.status in UNDER_WAY and _undoing(walk)(None) else []
    return found


def may_agree_at_once(walk: Walk, seat: Seat) -> Verdict:
    """Whether what is asked in ``seat`` is agreed to among several papers: not where each is decided by itself.

    That is for the route to say; and what is done by a verb of its own ("pay") has its own form for each.
    """
    leg, kind = walk.leg(seat.leg), walk.approval.matter.kind
    stage = walk.stage(leg)
    if stage is None or not (stage.one_by_one or stage.power in registry.subject_of(kind).instead):
        return YES
    sentence = _("“%(stage)s”要逐份办理，不能批量同意。") % {"stage": stage.title}
    return not_yours("one_by_one", sentence, _("请点开这一份，看过再办。"))


def may_tick(count: int) -> Verdict:
    """Whether so many papers are agreed to at once."""
    if count <= MOST_AT_ONCE:
        return YES
    told = {"most": MOST_AT_ONCE, "count": count}
    sentence = _("一次最多批 %(most)s 份，您勾选了 %(count)s 份。") % told
    return no("too_many_at_once", sentence, _("请分几次勾选。"))


def not_asked(walk: Walk) -> Refusal:
    """Why somebody who is asked nowhere in a paper decides nothing on it."""
    if walk.approval.status == Status.SUSPENDED:
        return Conflict("suspended", _("这份审批已挂起，现在不能办理。"), hint=_("请等恢复后再办。"))
    if not walk.live():
        return Conflict("is_over", _("这份审批已经办结。"), hint=instead(walk.approval.status))
    return Forbidden("not_your_seat", _("这一步不由您办理，或者已经办过了。"), hint=_("请刷新页面。"))


def agreeing(actor: Actor, walk: Walk) -> str:
    """By which verb ``actor`` agrees where he is asked: what the kind of paper wants instead of a plain "agree"."""
    seat = seat_for(actor, walk)
    instead = registry.subject_of(walk.approval.matter.kind).instead if seat else {}
    return instead.get(walk.power(walk.leg(seat.leg)), "agree") if seat else "agree"


def hindrance(actor: Actor, walk: Walk) -> Verdict:
    """Why ``actor`` may not agree where he is asked, as things stand; YES where he may, or is not asked."""
    seat = seat_for(actor, walk) if walk.approval.status == Status.RUNNING else None
    if seat is None or actor.admin_role:
        return YES
    leg = walk.leg(seat.leg)
    apart = (walk.apart(person, walk.power(leg)) for person in sorted(actor.seats))
    verdict = next((one for one in apart if not one), YES)
    if not verdict or seat.kind == SeatKind.ADVICE:
        return verdict
    hinders = registry.subject_of(walk.approval.matter.kind).hinders([walk.approval], actor)
    return hinders(walk.approval, walk.stage(leg))


def _undoing(walk: Walk) -> Undoing:
    """What tells whether the paper can go back to a stage that exercises a power, or (None) come to nothing."""
    return registry.subject_of(walk.approval.matter.kind).undoes(walk.approval)


def returnable(walk: Walk, seat: Seat) -> list[str]:
    """Stages that the paper can be given back to from ``seat`` now, the nearest first, the drafter last."""
    undone = _undoing(walk)
    return [code for code in targets(walk, seat) if _may_go_back(walk, code, undone)]


def _may_go_back(walk: Walk, code: str, undone: Undoing) -> bool:
    stage = walk.flow.stages.get(code)
    return reachable(walk, code) and bool(undone(stage.power if stage else Power.APPLY))


def _in_seat(actor: Actor, walk: Walk, seat: Seat) -> list[str]:
    barred = stopped(walk, seat, actor.seats)
    if walk.leg(seat.leg).stage == SUBMIT:
        return [] if barred else ["hand_in"]
    on = ["reassign"] if next(takers(walk, seat, actor.seats), None) else []
    if barred:
        return on
    if seat.kind == SeatKind.ADVICE:
        return ["advise", *on]
    found, undone = ["agree"] if hindrance(actor, walk) else [], _undoing(walk)
    found += ["refuse"] if undone(None) else []
    back = reversed(targets(walk, seat))  # the drafter first: where he is, nobody else is looked for
    found += ["give_back"] if any(_may_go_back(walk, code, undone) for code in back) else []
    return [*found, *on, *(["add_signer", "delegate"] if next(askable(walk, seat), None) else [])]


def last_own(actor: Actor, walk: Walk) -> Seat | None:
    """The decision that ``actor`` can still take back."""
    own = [
        seat
        for seat in walk.seats
        if seat.decided_by_id is not None and {seat.decided_by_id, seat.person_id} <= actor.seats
    ]
    return next((seat for seat in reversed(own) if may_take_back(walk, seat)), None)


def own_signers(actor: Actor, walk: Walk) -> list[Seat]:
    """Signers whom ``actor`` has added and who have not decided yet, where the paper lies now."""
    live = {leg.number for leg in walk.live() if leg.state == LegState.OPEN}
    return [
        seat
        for seat in walk.seats
        if seat.kind != SeatKind.BASE
        and seat.added_by_id in actor.seats
        and seat.is_undecided
        and seat.leg in live
    ]
