"""What was read of one duty, as its card on the split page shows it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from zhongshu.supervision import choices
from zhongshu.supervision.extraction import bare_task, names_a_year
from zhongshu.supervision.models import Cycle, Finding


def initial_of(finding: Finding, names: choices.UnitNames, due: date | None) -> dict[str, object]:
    """A card's first content. An unknown unit is offered as it was read, so that it can be put right."""
    leads = finding.reading.get("lead", [])
    return {
        "finding_id": finding.pk,
        "action": task_of(finding),
        "lead_id": names.label(finding.lead_id) or (leads[0] if len(leads) == 1 else ""),
        "support_ids": "、".join(names.label(unit.pk) for unit in finding.support.all()),
        "owner_name": finding.owner_name,
        "due": due,
        "due_rule": finding.due_rule,
        "cycle": finding.cycle,
    }


def task_of(finding: Finding) -> str:
    """The task of a finding without the day and the units that its card holds in fields of their own.

    Words that no field holds stay: how often, a period counted from an event, several leads of whom one is to be chosen,
    who lends a hand and is in no directory.
    """
    leads, strangers = finding.reading.get("lead", []), finding.reading.get("unknown", {}).get("support", [])
    helpers = [name for name in finding.reading.get("support", []) if name not in strangers]
    who = [*(leads if len(leads) == 1 else ()), *helpers]
    is_day = finding.due and finding.cycle == Cycle.ONCE
    return bare_task(finding.action, when=[finding.due_text] if is_day else [], who=who, helpers=strangers)


def named_first(people: Sequence[tuple[int, str]], text: str) -> int | None:
    """Whichever of ``people`` ("陈立（秘书长）") the text names before the others."""
    places = {person_id: text.find(label.split("（")[0]) for person_id, label in people}
    named = {person_id: place for person_id, place in places.items() if place >= 0}
    return min(named, key=lambda person_id: named[person_id], default=None)


def unknown_of(finding: Finding, role: str) -> str:
    """The units read in ``role`` that no directory knows, in words: the fields do not hold them."""
    return "、".join(finding.reading.get("unknown", {}).get(role, []))


_FAR = timedelta(days=180)
_YEAR = re.compile(r"\D{0,6}(20\d\d)(?!\d)")


def _is_of_another_year(words: str, due: date, today: date) -> bool:
    """Whether a day read from ``words`` without a year (三季度末, told in November) is far off in one to come."""
    return due.year > today.year and due - today > _FAR and not names_a_year(words)


def _is_of_an_earlier_year(words: str, due: date, title: str) -> bool:
    """Whether a day read from ``words`` without a year (全年) lies before the year that the title of the paper is about."""
    about = _YEAR.match(title.strip("《 "))
    return about is not None and due.year < int(about[1]) and not names_a_year(words)


def doubts(finding: Finding, due: date | None, today: date) -> Iterator[str]:
    """What is uncertain about a finding, in words."""
    leads = finding.reading.get("lead", [])
    if finding.lead_id is None and len(leads) > 1:
        yield _("文中并列%(names)s，请选一个牵头单位，其余作配合。") % {"names": finding.lead_text}
    elif finding.lead_id is None and leads:
        yield _("名录里没有“%(name)s”，请选牵头单位。") % {"name": finding.lead_text}
    elif finding.lead_id is None:
        yield _("没有读到牵头单位。")
    elif others := unknown_of(finding, "lead"):
        yield _("文中并列的“%(names)s”不在名录里，没有填入。") % {"names": others}
    if others := unknown_of(finding, "support"):
        yield _("配合单位“%(names)s”不在名录里，没有填入。") % {"names": others}
    if due and due < today:
        yield _("时限 %(due)s 已经过去，请改。") % {"due": due.isoformat()}
    elif due and due == finding.due and _is_of_another_year(finding.due_text, due, today):
        yield _("文中写“%(words)s”，没有写哪一年，读作 %(due)s，请看一看。") % {
            "words": finding.due_text,
            "due": due.isoformat(),
        }
    elif due and due == finding.due and _is_of_an_earlier_year(finding.due_text, due, finding.intake.title):
        yield _("材料写的是以后年份的工作，“%(words)s”读作 %(due)s，请看一看是不是那一年的。") % {
            "words": finding.due_text,
            "due": due.isoformat(),
        }
    if due or finding.long_term or finding.cycle != Cycle.ONCE:
        return
    if finding.due_text:
        yield _("文中写“%(words)s”，没有推算出哪一天，请填。") % {"words": finding.due_text}
    else:
        yield _("没有读到时限。")


def said(finding: Finding) -> list[tuple[str, str]]:
    """The words of the text beside the fields they became."""
    words: Mapping[str, str] = {
        _("牵头"): finding.lead_text,
        _("配合"): finding.support_text,
        _("时限"): finding.due_text,
        _("周期"): finding.cycle_text,
    }
    return [(name, text) for name, text in words.items() if text]
