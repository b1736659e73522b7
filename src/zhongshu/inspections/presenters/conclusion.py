"""A conclusion made ready for its page: for the unit that it is about, and for those who look at it again."""

from datetime import datetime
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.inspections import deeds, policies
from zhongshu.inspections.models import Conclusion, Finding, Review, Standing
from zhongshu.inspections.presenters.listing import STANDINGS
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, due_words, short_date


class ConclusionPage:
    """One conclusion as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, one: Conclusion, at: datetime) -> None:
        self.actor, self.one, self.matter, self.today = actor, one, one.matter, local_day(at)
        self.status, self.word = STANDINGS[one.standing], one.standing.label
        self.review: Review | None = getattr(one, "review", None)

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """What can be done now; a review only within its term."""
        verbs = policies.answers(self.actor, self.one)
        if self.today > self.one.ask_until:
            verbs = [verb for verb in verbs if verb != "ask_review"]
        return deeds.offered(verbs)

    @property
    def due(self) -> Due:
        """How long a review may be asked for, or may take."""
        return due_words(self.matter.current_due, self.today) if self.matter.is_open else Due("")

    @property
    def due_title(self) -> str:
        """What is due then."""
        reviewing = self.one.standing == Standing.REVIEWING
        return _("复核决定时限") if reviewing else _("可以申请复核到")

    @cached_property
    def findings(self) -> list[tuple[Finding, str]]:
        """What was found with the unit, and the matter that follows it where this reader may open it."""
        rows = list(
            self.one.inspection.findings.filter(unit=self.one.unit).select_related("directive__matter")
        )
        ids = [one.directive_id for one in rows if one.directive_id]
        seen = set(Matter.objects.visible_to(self.actor).filter(pk__in=ids).values_list("pk", flat=True))
        return [(one, self._url(one.directive_id, seen)) for one in rows]

    def _url(self, directive_id: int | None, seen: set[int]) -> str:
        return reverse("supervision:directive", args=[directive_id]) if directive_id in seen else ""

    @property
    def inspection_url(self) -> str:
        """The inspection itself, for who may know of it; "" for the inspected unit."""
        if not matters.is_known(self.actor, self.one.inspection.matter):
            return ""
        return reverse("inspections:inspection", args=[self.one.inspection_id])

    @property
    def facts(self) -> list[tuple[str, str]]:
        """About whom, by whom, when."""
        one = self.one
        pairs = [
            (_("被督查单位"), one.unit.name),
            (_("反馈"), f"{one.fed_back_by.name} {short_date(one.fed_back_on, self.today)}"),
            (_("可以申请复核到"), f"{one.ask_until:%Y-%m-%d}"),
        ]
        if self.review:
            pairs.append((_("申请复核"), f"{self.review.asked_by.name} {self._day(self.review.asked_at)}"))
            pairs.append((_("复核决定时限"), f"{self.review.decide_by:%Y-%m-%d}"))
        if self.review and self.review.decided_by:
            pairs.append((_("复核"), f"{self.review.decided_by.name} {self._day(self.review.decided_at)}"))
        return pairs

    def _day(self, at: datetime | None) -> str:
        return short_date(local_day(at), self.today) if at else ""

    @cached_property
    def entries(self) -> list[parts.Event]:
        return events(journal.timeline(self.matter.stream), self.today)
