import click

from zhongshu.cli import acting
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters import services as matters
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import figures
from zhongshu.supervision.models import Blocker
from zhongshu.supervision.queries import Filter


@click.command()
@acting.acting
def board(login: str, as_json: bool) -> None:
    """督办一张图的数：逾期和原因、各单位在办、近十二周。"""
    at = now()
    actor, today, calendar = acting.actor_called(login, at), local_day(at), workdays.calendar()
    counts = {"在办": Filter(), "逾期": Filter(late=True), "已结": Filter(closed=True)}
    totals = [{"what": name, "number": str(figures.count(actor, one, today))} for name, one in counts.items()]
    acting.table(totals, ("what", "number"), as_json=as_json)
    late = [
        {
            "late_days": (today - matter.current_due).days if matter.current_due else 0,
            "lead_unit": str(matter.lead_unit or ""),
            "why": str(Blocker(matter.directive.blocker).label),
            "title": matter.title,
        }
        for matter in figures.late(actor, today)
    ]
    acting.table(late, ("late_days", "lead_unit", "why", "title"), as_json=as_json)
    loads = [
        {"unit": one.unit, "late": str(one.late), "soon": str(one.soon), "rest": str(one.rest)}
        for one in figures.loads(actor, today, matters.yellow_until(today, calendar))
    ]
    acting.table(loads, ("unit", "late", "soon", "rest"), as_json=as_json)
    weeks = [
        {
            "monday": one.monday,
            "opened": str(one.opened),
            "ended": str(one.ended),
            "in_hand": str(one.in_hand),
        }
        for one in figures.weeks(actor, today)
    ]
    acting.table(weeks, ("monday", "opened", "ended", "in_hand"), as_json=as_json)


@click.command()
def sweep() -> None:
    """到期检查：按今天的日期重新亮灯。"""
    swept = matters.sweep(actor=SYSTEM, at=now())
    click.echo(f"转红 {swept.red} 件，转黄 {swept.yellow} 件，转绿 {swept.green} 件。")
