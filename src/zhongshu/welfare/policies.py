"""Who may do what to services and cases. The guard, the list and the button ask here."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, no, not_yours
from zhongshu.matters import queries as matters
from zhongshu.org import queries as org
from zhongshu.org.models import Duty, Person
from zhongshu.welfare import rules
from zhongshu.welfare.models import Case, Service

OVERSEEING = (Duty.SERVE_STAFF, Duty.AUDIT)
"""Who knows every case of the organ: its undertakers and its auditors. Supervisors and leaders do not."""


def may_keep(actor: Actor, organ_id: int) -> Verdict:
    """Who undertakes services to employees enters the services and the agencies' calendar."""
    if actor.has_duty(Duty.SERVE_STAFF, organ_id):
        return YES
    hint = _("请联系本单位职工服务经办人。")
    return not_yours("not_the_undertaker", _("这一步由职工服务经办人办理。"), hint, rule="F-15")


def may_ask(actor: Actor, service: Service) -> Verdict:
    """Anybody of the organ asks for what it offers."""
    if service.closed_on or service.periodic:
        told = _("“%(service)s”不接受申请。") % {"service": service}
        return no("not_offered", told, _("请在服务事项里另选。"), rule="F-15")
    if service.organ_id in actor.organ_ids:
        return YES
    return not_yours("not_of_the_organ", _("这是另一个单位为本单位职工办的事项。"), rule="F-15")


def asks_for(actor: Actor, service: Service, day: date) -> list[tuple[int, str]]:
    """For whom ``actor`` may ask: himself, who works where he receives, anybody for the undertaker."""
    if actor.has_duty(Duty.SERVE_STAFF, service.organ_id):
        found = org.colleagues([service.organ_id], day)
    else:
        own = actor.organs_with(Duty.RECEIVE)
        found = org.colleagues([service.organ_id] if service.organ_id in own else [], day)
    names = {one.pk: one.name for one in found}
    oneself = actor.in_name_of or 0
    return [(oneself, org.known_person(oneself).name), *((k, v) for k, v in names.items() if k != oneself)]


def handlers(service: Service, person_id: int | None, day: date) -> list[Person]:
    """Who carries what ``person_id`` asks for (None: a duty of the office) to the agency on ``day``.

    The undertakers but himself; where there is no other, who leads their section, else the leaders of the organ.
    """
    undertakers = org.holders_of(Duty.SERVE_STAFF, service.organ_id, day)
    if not undertakers:
        return []
    above = (org.heads(service.unit_id, day), org.leaders_of(service.organ_id, day))
    left = ([one for one in people if one.pk != person_id] for people in (undertakers, *above))
    return next(filter(None, left), [])


def may_undertake(actor: Actor, case: Case) -> Verdict:
    """What goes to the agency and comes from it is the undertaker's, or whose desk it lies on for want of another;
    never of who asked for it, nor in his name.
    """
    verdict = may_keep(actor, case.matter.organ_id)
    if case.person_id in actor.seats:
        able = [one for one in _at_desks(case) if one.pk != case.person_id]
        return rules.F_15_not_his_own([one.name for one in able])
    return YES if verdict or actor.in_name_of in {one.pk for one in _at_desks(case)} else verdict


def _at_desks(case: Case) -> list[Person]:
    """The people before whom it lies."""
    return [one.holder_person for one in matters.open_assignments(case.pk) if one.holder_person]


def may_answer_for(actor: Actor, case: Case) -> Verdict:
    """Who asked, for whom it is, and the undertaker for them, bring papers and take it back."""
    if not case.period and not actor.seats.isdisjoint({case.person_id, case.matter.drafter_id}):
        return YES
    return may_undertake(actor, case)


Asked = Callable[[Actor, Case], Verdict]
VERBS: Mapping[str, tuple[str, Asked]] = {
    "supplement": ("supplement", may_answer_for),
    "submit": ("submit", may_undertake),
    "answer": ("answer", may_undertake),
    "report_back": ("report_back", may_undertake),
    "send_back": ("send_back", may_undertake),
    "withdraw": ("withdraw", may_answer_for),
}
"""Of each verb the event of the life cycle, and who may."""
OF_SOMEBODY = ("send_back", "supplement", "report_back")
"""What is not done to a duty of the office: nobody asked for it."""


def require(actor: Actor, verb: str, case: Case) -> None:
    """Refuse unless ``verb`` is ``actor``'s to do (403) and lawful now (409)."""
    event, may = VERBS[verb]
    may(actor, case).require()
    if case.period and verb in OF_SOMEBODY:
        case.refuse()
    case.require(event)


def offered(actor: Actor, case: Case) -> list[str]:
    """The verbs that are lawful now and ``actor``'s to do."""
    both: tuple[Asked, ...] = (may_answer_for, may_undertake)
    said = {may: may(actor, case) for may in both}
    return [
        verb
        for verb, (event, may) in VERBS.items()
        if case.can(event) and said[may] and not (case.period and verb in OF_SOMEBODY)
    ]
