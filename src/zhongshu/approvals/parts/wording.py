"""The choices of a route's forms, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import (
    FieldKind,
    HandOn,
    How,
    OnEmpty,
    OnRepeat,
    OnSelf,
    Overtime,
    Right,
    TieKind,
    WhoKind,
)

Words = list[tuple[str, str | Promise]]

WHOS: Words = [
    (WhoKind.UNIT_HEAD, _("提交人所在单位的负责人")),
    (WhoKind.IN_CHARGE, _("分管提交人单位的领导")),
    (WhoKind.PRINCIPAL, _("提交人机关的主要领导")),
    (WhoKind.DUTY, _("承担某项职责的人，如财务审核")),
    (WhoKind.POST, _("某个岗位上的人")),
    (WhoKind.NAMED, _("指定的人")),
    (WhoKind.CHOSEN, _("提交时由提交人选")),
]
LEVELS: list[tuple[int, str | Promise]] = [(0, _("本单位")), (1, _("上一级单位")), (2, _("再上一级单位"))]
HOWS: Words = [
    (How.ALL, _("会签：每个人都同意")),
    (How.ANY, _("或签：一个人同意就行")),
    (How.IN_ORDER, _("依次：按顺序一个个批")),
    (How.SHARE, _("票签：同意的达到一定比例")),
]
OVERTIMES: Words = [
    (Overtime.REMIND, _("每天提醒一次")),
    (Overtime.SKIP, _("自动跳过，记为超时跳过")),
    (Overtime.RETURN, _("自动退回提交人")),
    (Overtime.REFUSE, _("自动终止，记为未通过")),
]
SELVES: Words = [
    (OnSelf.UP, _("转给他的上级")),
    (OnSelf.SKIP, _("不由本人批，别人照批；没有别人就跳过")),
    (OnSelf.REFUSE, _("不让提交")),
    (OnSelf.ALLOW, _("由本人批（职权相抵触的除外）")),
]
EMPTIES: Words = [
    (OnEmpty.UP, _("转给上级")),
    (OnEmpty.NAMED, _("交给指定的人")),
    (OnEmpty.SKIP, _("跳过这个环节")),
    (OnEmpty.REFUSE, _("不让提交")),
]
REPEATS: Words = [
    (OnRepeat.ASK, _("照样再批")),
    (OnRepeat.SKIP, _("刚在上一环节同意过的，跳过")),
    (OnRepeat.ONCE, _("本次提交后同意过的，跳过")),
]
REACHES: Words = [
    (HandOn.ENTITLED, _("同样有权办理的人和上级")),
    (HandOn.UNIT, _("这些人，以及办理人本单位的人")),
    (HandOn.ANYBODY, _("本机关的任何人")),
]
RIGHTS: Words = [(Right.READ, _("可看")), (Right.WRITE, _("可看可改")), (Right.HIDE, _("不让看"))]
KINDS: Words = [
    (FieldKind.TEXT, _("一行文字")),
    (FieldKind.LONG_TEXT, _("多行文字")),
    (FieldKind.MONEY, _("金额（元）")),
    (FieldKind.NUMBER, _("数目")),
    (FieldKind.DATE, _("日期")),
    (FieldKind.CHOICE, _("从几个选项里选")),
    (FieldKind.YES_NO, _("是或否")),
]
TIES: Words = [
    (TieKind.NOT_BEFORE, _("日期不早于另一个日期")),
    (TieKind.WORKING_DAYS, _("天数等于两个日期之间的工作日")),
    (TieKind.CALENDAR_DAYS, _("天数等于两个日期之间的所有天数")),
    (TieKind.DAYS, _("天数不少于其间的工作日、不多于所有天数")),
    (TieKind.SUM, _("金额或数目等于几栏之和")),
]
