"""The ledger as an Excel file, as offices keep it, written row by row."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import queries
from zhongshu.supervision.models import STAGE_NAMES, Blocker, Origin, Risk, State
from zhongshu.supervision.papers.workbook import Cell, write_ledger
from zhongshu.supervision.queries import Filter

CHUNK = 500
MOST = 100_000
GROUPED = 2000
"""Rows up to which the ledger is put in order of its categories; a longer one is written as it is read."""


@use_case("supervision.export")
def export(*, actor: Actor, narrowed: Filter, said: str, merged: bool = True, at: datetime) -> IO[bytes]:
    """Write what ``actor`` sees in the filtered ledger, at most 100,000 rows, as a temporary file.

    ``merged``: rows of one category share its cell, to be printed; otherwise each has its own, to be sorted.
    The line below the title is a watermark: who took it, when, what it was narrowed to, how many there are. Journalled.
    """
    target = TemporaryFile()  # noqa: SIM115  handed to the caller, who sends and closes it
    rows = _grouped(_rows(actor, narrowed, at))
    below = _watermark(actor, narrowed, said, at)
    count = write_ledger(target, rows, title=_("督查督办台账"), below=below, merged=merged)
    target.seek(0)
    facts = {"said": said, "rows": count}
    journal.record(
        stream=f"export:{actor.person_id}", verb="supervision.exported", actor=actor, at=at, data=facts
    )
    return target


def _watermark(actor: Actor, narrowed: Filter, said: str, at: datetime) -> str:
    found = queries.total(actor, narrowed, today=local_day(at), whole=True).number
    moment = f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}"
    facts = {"said": said, "name": actor.name, "at": moment, "most": MOST, "n": found}
    if found > MOST:
        return (
            _("范围：%(said)s，共 %(n)s 件，这里是前 %(most)s 件　导出：%(name)s　%(at)s　内部资料，注意保管")
            % facts
        )
    return _("范围：%(said)s，共 %(n)s 件　导出：%(name)s　%(at)s　内部资料，注意保管") % facts


def _grouped(rows: Iterator[list[Cell]]) -> Iterator[list[Cell]]:
    """The rows category by category, each in its order; left alone where there are too many to hold."""
    first = list(islice(rows, GROUPED))
    if len(first) == GROUPED:
        return chain(first, rows)
    order = {str(origin.label): place for place, origin in enumerate(Origin)}
    return iter(sorted(first, key=lambda row: order[str(row[1])]))


def _rows(actor: Actor, narrowed: Filter, at: datetime) -> Iterator[list[Cell]]:
    teller = _Teller(narrowed.lingered)
    cursor, left = "", MOST
    while left > 0:
        found = queries.ledger(actor, narrowed, today=local_day(at), cursor=cursor, size=min(CHUNK, left))
        support = queries.support_of([matter.pk for matter in found.rows])
        for matter in found.rows:
            yield teller.row(matter, support.get(matter.pk, ""))
        left -= len(found.rows)
        cursor = found.next_cursor
        if not cursor:
            return


class _Teller:
    """Matters as rows, with every word translated beforehand; ``lingered``: with the days of this stage."""

    def __init__(self, lingered: str) -> None:
        self.took = f"took_{lingered}" if lingered else ""
        self.lingered = _("%(stage)s用了 %(n)s 个工作日") + _("。")
        self.stage = STAGE_NAMES.get(lingered, "")
        self.states = {state.value: str(state.label) for state in State}
        self.blockers = {one.value: str(one.label) for one in Blocker if one.value}
        self.risks = {one.value: str(one.label) for one in Risk if one.value}
        self.origins = {origin.value: str(origin.label) for origin in Origin}
        self.formerly, self.told_on = _("原定时限%s。"), _("进展报于%s。")

    def row(self, matter: Matter, support: str) -> list[Cell]:
        directive = matter.directive
        return [
            matter.number,
            self.origins[directive.origin],
            matter.title,
            directive.source_title,
            matter.lead_unit.short_name if matter.lead_unit else "",
            support,
            directive.owner_name,
            matter.current_due or "",
            self.states[matter.state],
            self.risks.get(directive.risk, ""),
            directive.last_progress,
            self.blockers.get(directive.blocker, ""),
            self._remark(matter),
        ]

    def _remark(self, matter: Matter) -> str:
        said, original = matter.directive.last_progress_at, matter.original_due
        moved: date | None = original if original != matter.current_due else None
        told = self.formerly % moved.isoformat() if moved else ""
        if self.took:
            told += self.lingered % {"stage": self.stage, "n": getattr(matter.directive, self.took)}
        return told + (self.told_on % local_day(said).isoformat() if said else "")
