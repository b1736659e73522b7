"""Where a matter comes from: what each kind of origin must tell (rule D-27), and what may be the same again (D-04)."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.supervision.models import Origin
from zhongshu.supervision.rules.sources import CONVENTION, DC_15

NEEDS: dict[str, dict[str, object]] = {
    Origin.INSTRUCTION: {
        "instructed_by_id": _("来源是领导批示的，请选批示领导。"),
        "instruction_class": _("请选批示类别；只有批办类立项督办。"),
        "instruction": _("请写批示原文。"),
        "instructed_on": _("请填批示日期。"),
    },
    Origin.MEETING: {"source_title": _("请写会议名称。"), "source_date": _("请填会议日期。")},
    Origin.SUPERIOR: {
        "source_title": _("请写文件标题。"),
        "source_organ": _("请写发文机关。"),
        "source_number": _("请写发文字号。"),
        "source_date": _("请填成文日期。"),
    },
    Origin.KEY_WORK: {
        "source_title": _("请写分解方案的名称。"),
        "source_number": _("请写任务序号，如第 12 项。"),
        "source_date": _("请填印发日期。"),
    },
    Origin.PROPOSAL: {
        "source_title": _("请写建议或提案的题目。"),
        "source_organ": _("请写提出的代表、委员或团体。"),
        "source_number": _("请写建议或提案的编号。"),
        "source_date": _("请填交办日期。"),
    },
    Origin.PETITION: {
        "source_title": _("请写信访事项。"),
        "source_organ": _("请写转送、交办的机关。"),
        "source_number": _("请写信访件编号。"),
        "source_date": _("请填受理日期。"),
    },
    Origin.INSPECTION: {
        "source_title": _("请写督查的事项或地点。"),
        "source_organ": _("请写督查组。"),
        "source_date": _("请填督查日期。"),
    },
    Origin.CRITICISM: {
        "source_title": _("请写通报或反馈意见的名称。"),
        "source_organ": _("请写提出问题的机关。"),
        "source_number": _("请写问题序号。"),
        "source_date": _("请填反馈日期。"),
    },
}
"""Field by field, what is said where it is missing."""


NUMBERED = frozenset((Origin.KEY_WORK, Origin.CRITICISM))
"""Whose number is that of a row of their table, not of the paper."""


DATED = frozenset((Origin.KEY_WORK, Origin.SUPERIOR))
"""Whose date is the day that their paper bears."""


def D_27_number(origin: str, row: str) -> str:
    """What a matter read from row ``row`` of a table bears as the number of its source (任务序号). conv.

    The rule lists 来源 among the fields of a ledger; that a row's number tells it is the house's.
    """
    return str(_("第 %(row)s 项") % {"row": row}) if row and origin in NUMBERED else ""


ORIGIN_SIGNS: tuple[tuple[Origin, re.Pattern[str]], ...] = (
    (Origin.MEETING, re.compile("纪要|会议记录")),
    (Origin.INSTRUCTION, re.compile("批示")),
    (
        Origin.CRITICISM,
        re.compile("(?:巡视|巡察|审计|督察|督查|考核|问题)[^的]{0,8}(?:反馈|整改|问题清单)|通报批评"),
    ),
    (
        Origin.KEY_WORK,
        re.compile("重点工作|重点任务|任务分解|责任分解|政府工作报告|工作要点|民生实事|为民实事"),
    ),
    (Origin.PROPOSAL, re.compile("(?:代表|人大)[^。]{0,12}建议|提案|议案")),
    (Origin.PETITION, re.compile("信访|来信|来访|上访")),
    (Origin.INSPECTION, re.compile("(?:实地|现场|专项|综合)(?:督查|督导|检查)|调研督导|暗访")),
    (
        Origin.SUPERIOR,
        re.compile(
            "^《?(?:中共中央|国务院|中办|国办|(?:中共)?[^市县区镇乡，。]{0,8}省(?:委|人民政府|政府)).*(?:通知|意见|决定|方案|的函)"
        ),
    ),
)
"""What a title says of where a paper comes from, the surest first."""


def D_27_origin_of(title: str) -> Origin:
    """The origin that a paper of this ``title`` is proposed as; minutes where it tells none. conv.

    The rule lists 来源 among the fields of a ledger; the words that tell it are the house's, and a clerk puts it right.
    """
    return next((origin for origin, sign in ORIGIN_SIGNS if sign.search(title)), Origin.MEETING)


def D_27_missing(origin: str, told: Mapping[str, object]) -> dict[str, object]:
    """The fields that a matter of this origin lacks, each with the words that ask for it. {D}"""
    return {name: words for name, words in NEEDS.get(origin, {}).items() if not told.get(name)}


def D_04_least() -> int:
    """Per cent of common topic from which two matters of the same object may be one. conv."""
    return int(settings.RULES["D-04.alike_percent"])


def D_04_alike(topic: int, *, due: date | None, other: date | None) -> bool:
    """Whether two matters of the same object are likely one: topic (per cent) and period. conv."""
    if topic < D_04_least():
        return False
    period = D_04_period(due)
    return period is None or other is None or period[0] <= other <= period[1]


def D_04_period(due: date | None) -> tuple[date, date] | None:
    """The first and last date of matters that are taken for one with another due on ``due``; None where all are."""
    apart = timedelta(days=int(settings.RULES["D-04.days_apart"]))
    return (due - apart, due + apart) if due else None


def D_04_decided(*, found: int, decision: str, reason: str, chosen: bool, unseen: int = 0) -> Verdict:
    """What looks like an open matter is not docketed unseen: linked, merged, or gone on with for a reason. {V}

    ``unseen`` of those that it looks like are not for this person to know of: that there are some is told.
    """
    if not found and not unseen:
        return YES
    if decision in ("link", "merge") and chosen:
        return YES
    if decision == "go_on" and reason.strip():
        return YES
    if decision == "go_on":
        return no("no_reason_for_another", _("仍要另立一件的，要写明理由。"), rule="D-04", source=CONVENTION)
    if not found:
        return no(
            "looks_like_one_unseen",
            _("承办单位另有 %(n)s 件相似的在办事项，不在您的知悉范围内。") % {"n": unseen},
            _("请先问本机关督办人员是不是同一件事；确实不是的，写明仍要另立的理由。"),
            rule="D-04",
            source=DC_15,
        )
    return no(
        "looks_like_another",
        _("有 %(n)s 件在办事项与它相似。") % {"n": found},
        _("请看下面的比对，选择关联、并入，或写明仍要另立的理由。"),
        rule="D-04",
        source=DC_15,
    )


def D_15_for_reading(reason: str) -> Verdict:
    """What is not docketed is put down for reading, with the reason. conv."""
    if reason.strip():
        return YES
    return no("no_reason", _("只转阅、不立项的，要写明理由。"), rule="D-15", source=CONVENTION)
