"""The 督办通知单, on paper by the numbers of GB/T 9704."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matter_queries
from zhongshu.matters.models import Role
from zhongshu.supervision.models import Directive
from zhongshu.ui.wording import long_date


class Paper:
    """A notice to the lead unit, as printed today."""

    def __init__(self, directive: Directive, at: datetime) -> None:
        self.directive, self.matter = directive, directive.matter
        self.today = local_day(at)
        self.held = list(matter_queries.open_assignments(self.matter.pk))
        self.back_url = reverse("supervision:directive", args=[self.matter.pk])

    @property
    def is_late(self) -> bool:
        due = self.matter.current_due
        return self.matter.is_open and due is not None and due < self.today

    @property
    def signed_on(self) -> str:
        return long_date(self.today)

    @property
    def due(self) -> str:
        return long_date(self.matter.current_due) if self.matter.current_due else ""

    @property
    def supports(self) -> str:
        return "、".join(str(one.holder_unit) for one in self.held if one.role == Role.SUPPORT)

    @property
    def handler(self) -> str:
        names = [one.holder_person.name for one in self.held if one.role == Role.LEAD and one.holder_person]
        return names[0] if names else ""

    @property
    def duty(self) -> str:
        """Who is to do it until when, in one sentence."""
        facts = {"lead": self.matter.lead_unit, "due": self.due, "supports": self.supports}
        led = _("由%(lead)s牵头、%(supports)s配合") if self.supports else _("由%(lead)s牵头")
        return (led + _("，于%(due)s前办结并书面回告。")) % facts

    @property
    def late(self) -> str:
        """What is said when the date has passed."""
        if not self.is_late:
            return ""
        last = self.directive.last_progress_at
        heard = (
            _("最近一次回告为%(day)s") % {"day": long_date(local_day(last))} if last else _("至今没有回告")
        )
        return _("该事项现已逾期，%(heard)s。请书面说明原因，提出办结时间。") % {"heard": heard}
