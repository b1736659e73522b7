"""Stocktakes made ready: rows of their list, the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.assets import deeds, policies, queries
from zhongshu.assets.models import Line, Stage, Stocktake
from zhongshu.assets.settings import class_named
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import queries as matters
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, due_words, file_size

SHAPES = {
    Stage.PLANNED: "todo",
    Stage.COUNTING: "doing",
    Stage.EXPLAINING: "doing",
    Stage.DECIDING: "review",
    Stage.CLOSED: "done",
    Stage.STOPPED: "hold",
}
STRIP = (Stage.PLANNED, Stage.COUNTING, Stage.EXPLAINING, Stage.DECIDING, Stage.CLOSED)
OF_PAGE = ("explain", "decide")
"""What is done to a line, not to the stocktake."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stocktake."""

    url: str
    title: str
    sub: str
    state: str
    word: str
    done: str
    differing: int
    until: date
    due: Due


def rows(found: Iterable[Any], today: date) -> list[Row]:
    """Stocktakes as rows, with how far they have come."""
    return [
        Row(
            url=reverse("assets:stocktake", args=[one.pk]),
            title=one.matter.title,
            sub=" · ".join((one.matter.number, "、".join(str(person) for person in one.counters.all()))),
            state=SHAPES[one.stage],
            word=str(one.stage.label),
            done=f"{one.done}/{one.listed}",
            differing=one.differing,
            until=one.until,
            due=due_words(one.matter.current_due, today) if one.matter.is_open else Due(""),
        )
        for one in found
    ]


class RoundPage:
    """One stocktake as ``actor`` sees it at ``at``. Each part is read once, when the template asks."""

    def __init__(self, actor: Actor, one: Stocktake, at: datetime) -> None:
        self.actor, self.one, self.matter, self.today = actor, one, one.matter, local_day(at)
        self.status, self.word = SHAPES[one.stage], one.stage.label

    @cached_property
    def verbs(self) -> list[str]:
        """What this reader may do now."""
        return policies.rounds_offered(self.actor, self.one)

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """Buttons for the whole of it: counting while something is left to count, ending it once all is decided."""
        verbs = [verb for verb in self.verbs if verb not in OF_PAGE]
        if self.one.stage == Stage.COUNTING:
            left = queries.to_count(self.actor, self.one).exists()
            verbs = [verb for verb in verbs if left or verb != "count"]
            verbs = [verb for verb in verbs if not self.uncounted or verb != "finish_count"]
        if any(not line.agreed_by for line in self.differing):
            verbs = [verb for verb in verbs if verb != "close"]
        return deeds.offered(verbs)

    @cached_property
    def lines(self) -> list[Line]:
        """All its lines."""
        return list(queries.lines(self.one))

    @cached_property
    def opening(self) -> set[int]:
        """The assets on its list whose cards open for this reader; of the others he reads the line alone."""
        listed = queries.lines(self.one).values("asset_id")
        return set(queries.known(self.actor).filter(pk__in=listed).values_list("pk", flat=True))

    @property
    def uncounted(self) -> int:
        """How many have yet to be counted."""
        return sum(line.counted is None for line in self.lines)

    @property
    def matching(self) -> list[Line]:
        """Those on which what was found is what the book said, and those not counted yet."""
        return [line for line in self.lines if not line.difference]

    @cached_property
    def differing(self) -> list[Line]:
        """Those on which it is not."""
        return [line for line in self.lines if line.difference]

    @property
    def lines_to_settle(self) -> list[tuple[Line, str, str]]:
        """Each difference with the address and the word of what this reader can do about it; "" for nothing."""
        return [(line, *self._next(line)) for line in self.differing]

    def _next(self, line: Line) -> tuple[str, str]:
        if "explain" in self.verbs and not line.explanation:
            return reverse("assets:explain", args=[line.pk]), _("说明")
        if "decide" in self.verbs and not line.agreed_by:
            return reverse("assets:decide", args=[line.pk]), _("审定")
        return "", ""

    @property
    def due(self) -> Due:
        return due_words(self.matter.current_due, self.today) if self.matter.is_open else Due("")

    @property
    def steps(self) -> list[parts.Step]:
        """安排, 清点, 说明差异, 审定, 结束."""
        at = STRIP.index(self.one.stage) if self.one.stage in STRIP else 0
        at += self.one.stage == Stage.CLOSED
        return [
            parts.Step(title, "", "done" if place < at else "now" if place == at else "ahead")
            for place, title in enumerate((_("安排"), _("清点"), _("说明差异"), _("审定"), _("结束")))
        ]

    @property
    def facts(self) -> list[tuple[str, object]]:
        """What is counted, by whom, and who decides."""
        one = self.one
        pairs: list[tuple[str, object]] = [
            (_("范围"), one.unit.short_name if one.unit else _("全机关")),
            (_("类别"), class_named(one.category) if one.category else _("全部类别")),
            (_("清单日期"), f"{one.day:%Y-%m-%d}" if one.day else ""),
            (_("盘点人"), "、".join(str(person) for person in one.counters.all())),
            (_("审定"), one.approver.name if one.approver else ""),
        ]
        return [pair for pair in pairs if pair[1]]

    @property
    def files(self) -> list[parts.File]:
        """Its report, as PDF and as Word."""
        return [
            parts.File(
                one.file.name,
                reverse("assets:file", args=[self.matter.pk, one.pk]),
                file_size(one.file.blob.size),
            )
            for one in matters.attachments(self.matter)
        ]

    @cached_property
    def entries(self) -> list[parts.Event]:
        """What happened, newest first."""
        return events(journal.timeline(self.matter.stream), self.today)
