"""Around a supervised matter: who is who in it, where it comes from."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.matters import queries as matter_queries
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.matters.registry import kind_called
from zhongshu.matters.registry import threads as hanging
from zhongshu.supervision import policies
from zhongshu.supervision.models import Directive
from zhongshu.ui import parts


def who_is_who(
    directive: Directive, held: Sequence[Assignment], done: Sequence[Assignment] = ()
) -> list[tuple[str, str]]:
    """Roles and those who fill them; of a matter that is at its end, who filled them: ``done``."""
    matter, filled = directive.matter, [*held, *done]
    leads = [one.holder_person.name for one in filled if one.role == Role.LEAD and one.holder_person]
    supports = [str(one.holder_unit) for one in filled if one.role == Role.SUPPORT and one.holder_unit]
    leader = directive.instructed_by.name if directive.instructed_by else ""
    drafter = matter.drafter.name if matter.drafter else ""
    return [
        (_("批示领导"), leader),
        (_("责任领导"), directive.owner_name),
        (_("牵头"), _dotted(str(matter.lead_unit or ""), *leads[-1:])),
        (_("配合"), _("、").join(dict.fromkeys(supports))),
        (_("督办"), _dotted(matter.unit.short_name, drafter)),
        (_("批准立项"), directive.approver.name if directive.approver else ""),
        (_("审核"), directive.verified_by.name if directive.verified_by else ""),
        (_("在谁手里"), _("、").join(dict.fromkeys(_holder(one) for one in held))),
    ]


def _dotted(*words: str) -> str:
    return " · ".join(word for word in words if word)


def _holder(held: Assignment) -> str:
    name = held.holder_person.name if held.holder_person else str(held.holder_unit)
    return _("%(name)s（%(role)s）") % {"name": name, "role": held.get_role_display()}


def origins(actor: Actor, directive: Directive) -> list[parts.Origin]:
    """来龙去脉: the text it was read from, this matter, matters linked to it, and what else hangs on it."""
    chain = []
    if directive.source_title:
        chain.append(
            parts.Origin(directive.source_title, directive.get_origin_display(), _intake(actor, directive))
        )
    chain.append(parts.Origin(_("本事项"), directive.matter.number, here=True))
    threads = matter_queries.threads(actor, directive.matter)
    chain += [
        parts.Origin(
            other.title, _dotted(how, other.number, _state(other)), kind_called(other.kind).address(other.pk)
        )
        for how, other in threads
    ]
    return chain + [parts.Origin(one.title, one.note, one.url) for one in hanging(directive.pk, actor)]


def _state(other: Matter) -> str:
    return str(kind_called(other.kind).state(other.state))


def _intake(actor: Actor, directive: Directive) -> str:
    intake = directive.intake
    if intake is None or not policies.may_supervise(actor, intake.organ_id):
        return ""
    return reverse("supervision:intake", args=[intake.pk])
