"""Sentences and tables of a selection: 督查专报 and 督办通报. Facts only: units in the order of the directory,
no person named, nobody ranked."""

from collections import Counter

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.written_days import brief, written
from zhongshu.matters.models import Matter
from zhongshu.platform.typesetting.elements import Block, Cell, Grid, Heading, Paragraph
from zhongshu.supervision.models import Blocker, State
from zhongshu.supervision.papers.selection import Selection


def summary(found: Selection, said: str) -> Paragraph:
    """How many, and how they stand."""
    ended = sum(1 for one in found.matters if not one.is_open)
    told = [
        f"共{len(found.matters)}件，涉及{len(found.units)}个牵头单位",
        f"逾期{len(found.late)}件",
        f"临期{len(found.soon)}件",
    ]
    told += [f"已办结{ended}件"] if ended else []
    return Paragraph(f"截至{written(found.today)}，督办事项（{said}）{'，'.join(told)}。")


def waiting(found: Selection) -> list[Block]:
    """What the matters wait for, where a unit has said so."""
    named = {one.value: str(one.label) for one in Blocker if one.value}
    counts = Counter(one.directive.blocker for one in found.matters if one.is_open and one.directive.blocker)
    if not counts:
        return []
    told = "，".join(f"{word}{counts[code]}件" for code, word in named.items() if counts[code])
    return [Paragraph(f"承办单位反映的困难：{told}。")]


def listed(found: Selection) -> Grid:
    """Every matter of the selection, in the order of the ledger."""
    head = ("序号", "督办事项", "牵头单位", "时限", "办理情况")
    rows = [_row(number, one, found) for number, one in enumerate(found.matters, 1)]
    return Grid(widths=(5, 16, 12, 10, 20), head=head, rows=rows)


def _row(number: int, matter: Matter, found: Selection) -> tuple[Cell, ...]:
    said = matter.directive.last_progress_at
    told = [str(State(matter.state).label), *_lateness(matter, found)]
    if said:
        told.append(f"{brief(local_day(said), found.today)}回告：{matter.directive.last_progress}")
    return (
        Cell(text=str(number), centred=True),
        Cell(text=matter.title),
        Cell(text=str(matter.lead_unit or ""), centred=True),
        Cell(text=brief(matter.current_due, found.today), centred=True),
        Cell(text="；".join(told)),
    )


def _lateness(matter: Matter, found: Selection) -> list[str]:
    """By how much the date has passed; where the end was reported, until then."""
    done, due = matter.directive.completed_at, matter.current_due
    if done and due:
        days = found.calendar.count(due, local_day(done)) if local_day(done) > due else 0
        return [f"超期{days}个工作日报办结"] if days else []
    if matter not in found.late:
        return []
    days = found.days_late(matter)
    return [f"逾期{days}个工作日" if days else "已过时限"]


def by_unit(found: Selection) -> Grid:
    """How many matters each unit has, how many of them late, near, returned, extended."""
    rows = []
    for name in found.units:
        part = found.of_unit(name)
        returned = sum(one.directive.returns for one in part.matters)
        extended = sum(one.directive.extensions for one in part.matters)
        counts = (len(part.matters), len(part.late), len(part.soon), returned, extended)
        rows.append((Cell(text=name), *(Cell(text=str(n), centred=True) for n in counts)))
    head = ("单位", "督办事项", "逾期", "临期", "退回次数", "延期次数")
    return Grid(widths=(6, 4, 3, 3, 4, 4), head=head, rows=rows)


def report(found: Selection, said: str) -> list[Block]:
    """The facts of a 督查专报."""
    return [
        Heading("一、总体情况"),
        summary(found, said),
        *waiting(found),
        Heading("二、事项清单"),
        listed(found),
    ]


def bulletin(found: Selection, said: str) -> list[Block]:
    """The facts of a 督办通报: figures by unit, then the late matters one by one."""
    blocks: list[Block] = [
        Heading("一、总体情况"),
        summary(found, said),
        Heading("二、各单位办理情况"),
        by_unit(found),
    ]
    if found.late:
        late = Selection(found.late, found.today, found.calendar)
        blocks += [Heading("三、逾期事项"), listed(late)]
    return blocks
