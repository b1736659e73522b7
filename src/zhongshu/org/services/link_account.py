from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org.models import Person
from zhongshu.org.services.trail import keep


def link_account(staff_number: str, user_id: int, actor: Actor, at: datetime) -> None:
    """Give a new account to the person of this staff number, within the use case that opens it.

    Refused when nobody here has that number, or he has an account already (rule G-01: one person, one account).
    """
    person = Person.objects.select_for_update().filter(staff_number=staff_number, left_on=None).first()
    if person is None:
        told = _("没有工号为 %(number)s 的在职人员。") % {"number": staff_number}
        hint = _("请核对工号，或先在机构人员里录入此人。")
        raise Refusal("no_such_person", told, fields={"staff_number": told}, rule="G-01", hint=hint)
    if person.user_id:
        told = _("%(name)s已有账号，一人只用一个账号。") % {"name": person.name}
        raise Conflict("has_an_account", told, fields={"staff_number": told}, rule="G-01")
    person.user_id = user_id
    keep(person, "account_given", actor=actor, at=at, name=person.name)
