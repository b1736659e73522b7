"""Who may change the organisation."""

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.org.models import Appointment, Duty, Kinship, Person, Unit


def may_keep(actor: Actor, unit: Unit | None) -> Verdict:
    """Whether ``actor`` keeps the organisation at ``unit``: his post keeps it there or at an organ above.

    None stands for the top of the tree, which only the keeper of a topmost organ may add to.
    """
    if actor.is_system:
        return YES
    organs = Unit.objects.filter(pk__in=actor.organs_with(Duty.KEEP_ORG))
    if any(unit.path.startswith(organ.path) if unit else organ.parent_id is None for organ in organs):
        return YES
    return not_yours(
        "not_the_keeper",
        _("只有机构人员管理员可以改动这里的机构和人员。"),
        _("请联系本机关办公室的机构人员管理员。"),
    )


def may_keep_person(actor: Actor, person: Person) -> Verdict:
    """Whether ``actor`` keeps one of the units ``person`` holds a post in; anybody's keeper if he holds none."""
    held = Appointment.objects.filter(person=person, ends_on__isnull=True).select_related("post__unit")
    units = [one.post.unit for one in held]
    if not units:
        return YES if actor.is_system or actor.has_duty(Duty.KEEP_ORG) else may_keep(actor, None)
    answers = [may_keep(actor, unit) for unit in units]
    return next((answer for answer in answers if answer), answers[0])


def may_set_absence(actor: Actor, person: Person) -> Verdict:
    """One's own absence, in one's own name; everybody else's is for the keeper."""
    if actor.person_id == person.pk and actor.acting_for is None:
        return YES
    return may_keep_person(actor, person)


def may_declare_kin(actor: Actor, person: Person) -> Verdict:
    """One's own relatives, in one's own name; everybody else's are for the keeper."""
    return may_set_absence(actor, person)


def may_end_kinship(actor: Actor, kinship: Kinship) -> Verdict:
    """Whether ``actor`` says that a declared relation counts no longer: the keeper, never one of the two (F-06)."""
    if actor.seats & kinship.pair:
        return not_yours(
            "own_kin",
            _("本人不能撤销自己的亲属登记。"),
            _("请由机构人员管理员核实后撤销。"),
            rule="F-06",
        )
    return may_keep_person(actor, kinship.first)


def may_see_kin(actor: Actor, person: Person) -> Verdict:
    """Whose relatives ``actor`` reads: his own, and those of everybody whom he keeps or audits (G-10)."""
    if person.pk in actor.seats or actor.has_duty(Duty.AUDIT):
        return YES
    return may_keep_person(actor, person)


def may_import(actor: Actor) -> Verdict:
    """Whether ``actor`` keeps the organisation anywhere; each line of an import is then asked about again."""
    if actor.is_system or actor.has_duty(Duty.KEEP_ORG):
        return YES
    return may_keep(actor, None)
