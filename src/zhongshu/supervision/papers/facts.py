"""Facts of a matter in the sentences of a paper, and the cells in which a notice is signed for."""

from collections.abc import Sequence
from datetime import date

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.written_days import written
from zhongshu.matters.models import Assignment, Role
from zhongshu.platform.typesetting.elements import Cell, Grid
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision.models import Directive


def duty(directive: Directive, held: Sequence[Assignment]) -> str:
    """Who is to do it until when."""
    matter, supports = directive.matter, supporting(held)
    shared = f"、{supports}配合" if supports else ""
    return f"该事项由{matter.lead_unit}牵头{shared}，于{written(matter.current_due)}前办结。"


def supporting(held: Sequence[Assignment]) -> str:
    """The supporting units, by short name."""
    return "、".join(str(one.holder_unit) for one in held if one.role == Role.SUPPORT and one.holder_unit)


def standing(directive: Directive, today: date) -> str:
    """How the matter stands: number, dates, lateness, last report. Facts only, no person named."""
    matter = directive.matter
    told = [f"该事项编号为{matter.number}，由{matter.lead_unit}牵头"]
    if matter.original_due and matter.original_due != matter.current_due:
        told.append(f"原定时限为{written(matter.original_due)}")
    told.append(f"现时限为{written(matter.current_due)}")
    return "，".join([*told, *lateness(directive, today)]) + f"。{heard(directive)}"


def lateness(directive: Directive, today: date) -> list[str]:
    """By how many working days the date has passed."""
    due = directive.matter.current_due
    if not (directive.matter.is_open and due and due < today):
        return []
    return [f"截至{written(today)}已逾期{workdays.calendar().count(due, today)}个工作日"]


def heard(directive: Directive) -> str:
    """When it was last reported on."""
    last = directive.last_progress_at
    return f"最近一次回告为{written(local_day(last))}。" if last else "至今没有回告。"


def receipt(directive: Directive, held: Sequence[Assignment]) -> Grid:
    """The cells that the undertaking unit fills in by hand."""
    handler = next(
        (one.holder_person.name for one in held if one.role == Role.LEAD and one.holder_person), ""
    )
    drafter = directive.matter.drafter.name if directive.matter.drafter else ""
    rows = [
        (_label("责任领导"), Cell(text=directive.owner_name), _label("承办人"), Cell(text=handler)),
        (_label("签收时间"), Cell(text="　　月　　日　　时"), _label("督办人"), Cell(text=drafter)),
    ]
    if directive.instruction:
        by = directive.instructed_by.name if directive.instructed_by else ""
        told = f"{directive.instruction}\n（{by}　{written(directive.instructed_on)}）"
        rows.append((_label("领导批示"), Cell(text=told, span=3, rows=2)))  # type: ignore[arg-type]
    return Grid(widths=(2, 4, 2, 4), rows=rows)


def _label(told: str) -> Cell:
    return Cell(text=told, label=True)
