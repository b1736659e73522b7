"""Forms of reporting: how often, by which milestones."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.supervision import queries
from zhongshu.supervision.forms.deeds import DeedForm, words
from zhongshu.supervision.models import Cycle
from zhongshu.supervision.periods import period_words
from zhongshu.supervision.rules import cycles
from zhongshu.supervision.services import Milestone
from zhongshu.supervision.services.indicators import indicators
from zhongshu.ui.forms import needed

LINE = re.compile(r"^(.*?)\W*(\d{4})\D(\d{1,2})\D(\d{1,2})\D?$")


class MilestonesField(forms.CharField):
    """One milestone a line: its name, then its date; cleans to a tuple of Milestone."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 4}), **kwargs)

    def clean(self, value: Any) -> Any:
        """Each line in turn; the first that cannot be read is named."""
        lines = [line.strip() for line in str(super().clean(value)).splitlines() if line.strip()]
        return tuple(map(_milestone, lines))


def _milestone(line: str) -> Milestone:
    found = LINE.match(line)
    try:
        return Milestone(found[1].strip(), date(*map(int, found.groups()[1:]))) if found else _unread(line)
    except ValueError:
        return _unread(line)


def _unread(line: str) -> Milestone:
    raise ValidationError(
        _("“%(line)s”读不出节点。请写成：主体封顶 2026-11-20，一行一个。"), params={"line": line}
    )


class SetCycle(DeedForm):
    cycle = forms.ChoiceField(
        label=gettext_lazy("回告周期"), choices=Cycle.choices, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("请选择回告周期。")},
    )  # fmt: skip
    basis = words(gettext_lazy("依据"), hint=gettext_lazy("哪次会议、哪份文件要求的。"), rows=2)
    until = forms.DateField(
        label=gettext_lazy("每周回告截止日"),
        required=False,
        widget=forms.DateInput,
        help_text=gettext_lazy("到期后自动改为每月。"),
    )
    milestones = MilestonesField(
        label=gettext_lazy("节点"),
        help_text=gettext_lazy("一行一个，如：主体封顶 2026-11-20。"),
    )

    def offer(self) -> None:
        directive = self.directive
        for name in ("basis", "until"):
            needed(self.fields[name], _("每周回告必填"))
        needed(self.fields["milestones"], _("按节点回告必填"))
        if directive.matter.long_term:
            kept = [one for one in Cycle.choices if one[0] != Cycle.ONCE]
            self.fields["cycle"].choices = kept  # type: ignore[attr-defined]
        self.fields["cycle"].initial = directive.cycle
        self.fields["basis"].initial = directive.cycle_basis
        self.fields["until"].initial = directive.cycle_until
        if directive.cycle == Cycle.MILESTONE:
            ahead = [f"{one.name} {one.due.isoformat()}" for one in queries.pending_rounds(directive)]
            self.fields["milestones"].initial = "\n".join(ahead)

    def clean(self) -> dict[str, Any]:
        """The basis in the form is that of the cycle so far: it goes over to none but a weekly one, which needs one."""
        data = super().clean() or {}
        kept = self.directive.cycle_basis
        changed = data.get("cycle") not in (None, self.directive.cycle, Cycle.WEEKLY)
        if changed and kept and data.get("basis") == kept:
            data["basis"] = ""
        return data


class AskFigures(DeedForm):
    labels = words(
        gettext_lazy("要哪些数据"),
        hint=gettext_lazy("一行一个，写上单位，如：完成投资额（万元）。任务里的数量指标已填好，不要的删去。"),
        missing=gettext_lazy("请写数据名称，一行一个。"),
    )
    period = forms.ChoiceField(
        label=gettext_lazy("哪一期"), error_messages={"required": gettext_lazy("请选一期。")}
    )
    standing = forms.BooleanField(label=gettext_lazy("以后每期回告都要"), required=False)
    reason = words(gettext_lazy("重复索取的理由"), hint=gettext_lazy("为什么别处要过还要再要。"), rows=2)

    def offer(self) -> None:
        matter = self.directive.matter
        needed(self.fields["reason"], _("别处要过的必填"))
        self.fields["period"].choices = [(code, period_words(code)) for code in _periods(self.today)]  # type: ignore[attr-defined]
        already = queries.keys_asked(self.directive)
        own = [one.label for one in indicators(self.directive) if one.key not in already]
        self.fields["labels"].initial = "\n".join(own)
        self.fields["standing"].initial = bool(own) and self.directive.cycle != Cycle.ONCE
        self.asked = queries.lately_asked(matter.organ_id, matter.lead_unit_id)

    def clean_labels(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.cleaned_data["labels"].splitlines() if line.strip())


def _periods(today: date) -> list[str]:
    """The month, quarter and year of today, and the month and quarter before; in January the year before, too."""
    last_month = today.replace(day=1) - timedelta(days=1)
    last_quarter = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - timedelta(days=1)
    ended = ((Cycle.MONTHLY, last_month), (Cycle.QUARTERLY, last_quarter), (Cycle.YEARLY, last_month))
    codes = [cycles.period_code(day, cycle) for cycle, past in ended for day in (today, past)]
    return list(dict.fromkeys(codes))
