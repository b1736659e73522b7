"""How the organisation is told."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models import Duty, Grade, KinKind
from zhongshu.platform.journal import sentences

PLAIN: dict[str, object] = {
    "org.unit_opened": _("设立单位“%(name)s”"),
    "org.unit_renamed": _("由“%(old)s”更名为“%(new)s”"),
    "org.unit_amended": _("修改机关代字、全宗号或排序"),
    "org.unit_moved": _("调整到“%(above)s”之下"),
    "org.unit_closed": _("撤销单位“%(name)s”"),
    "org.alias_added": _("增加别名“%(alias)s”"),
    "org.alias_revoked": _("停用别名“%(alias)s”"),
    "org.person_entered": _("登记人员%(name)s"),
    "org.person_amended": _("修改人员信息：%(name)s"),
    "org.account_given": _("为%(name)s开通登录"),
    "org.appointed": _("任%(unit)s%(post)s，自%(since)s起"),
    "org.appointment_ended": _("不再担任%(unit)s%(post)s，任职到%(last)s"),
    "org.charges_set": _("自%(since)s起，“%(title)s”分管：%(units)s"),
    "org.charges_exported": _("导出领导分管，共%(rows)s行"),
    "org.leave_set": _("请假，%(first)s至%(last)s"),
    "org.leave_ended": _("销假"),
    "org.stand_in_set": _("%(first)s至%(last)s由%(name)s代理"),
    "org.stands_in": _("%(first)s至%(last)s代%(name)s办理"),
    "org.stand_in_revoked": _("%(name)s的代理提前结束"),
    "org.kin_ended": _("撤销与%(name)s的亲属登记：%(reason)s"),
    "org.handed_over": _("在办事项移交%(successor)s，共%(moved)s件"),
    "org.left_office": _("%(name)s离任，移交%(moved)s件"),
    "org.imported": _("导入机构人员：新增%(new)s项，更新%(changed)s项"),
}


NAMES = {
    "org.duties_set": _("调整岗位职责"),
    "org.grade_set": _("设定职级"),
    "org.kin_declared": _("登记亲属关系"),
    "org.post_created": _("设立岗位"),
}


def register() -> None:
    """Teach the timeline the organisation's verbs."""
    sentences.name(NAMES)
    for verb, sentence in PLAIN.items():
        sentences.register(verb, _filled(sentence), icon="users")
    sentences.register("org.grade_set", _grade, icon="users")
    sentences.register("org.kin_declared", _kin, icon="users")
    sentences.register(
        "org.post_created", _with_duties(_("设岗位“%(title)s”，职责：%(duties)s")), icon="users"
    )
    sentences.register(
        "org.duties_set", _with_duties(_("岗位“%(title)s”的职责改为：%(duties)s")), icon="users"
    )


def _grade(told: Mapping[str, Any]) -> str:
    return now("自%(since)s起，职级为%(grade)s") % {**told, "grade": Grade(told["grade"]).label}


def _kin(told: Mapping[str, Any]) -> str:
    kind = KinKind(told["kind"]).label
    return now("登记与%(name)s的亲属关系：%(kind)s") % {"name": told["name"], "kind": kind}


def _filled(sentence: object) -> Callable[[Mapping[str, Any]], str]:
    return lambda told: str(sentence) % told


def _with_duties(sentence: object) -> Callable[[Mapping[str, Any]], str]:
    def tell(told: Mapping[str, Any]) -> str:
        duties = "、".join(str(Duty(code).label) for code in told["duties"]) or now("无")
        return str(sentence) % {**told, "duties": duties}

    return tell
