import sys
from datetime import date

import click

from zhongshu.cli import acting
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters import services as matters
from zhongshu.matters.models import Matter, Waits
from zhongshu.matters.tallies import Span, Standing, Took
from zhongshu.org import queries as org
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import figures
from zhongshu.supervision.figures import since
from zhongshu.supervision.models import STAGE_NAMES, STAGE_STATES

Row = dict[str, object]
SPANS = click.Choice(["year", "quarter", "month"])


@click.group(invoke_without_command=True)
@click.option("--span", "period", type=SPANS, default="year", help="已结从什么时候算起。")
@click.option("--as", "login", metavar="登录名", help="以谁的名义。")
@click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象。")
@click.pass_context
def board(context: click.Context, login: str | None, as_json: bool, period: str) -> None:
    """督办一张图的数：总数、逾期和原因、各单位在办、各环节用时、近十二周。"""
    if context.invoked_subcommand:
        return
    if login is None:
        raise click.UsageError("请用 --as 写明以谁的名义。")
    at = now()
    actor, today = acting.actor_called(login, at), local_day(at)
    span = figures.span_of(today, matters.yellow_until(today, workdays.calendar()), since(today, period))
    found = figures.standing(actor, span)
    for rows, columns in (
        (_totals(found), ("what", "number")),
        ([{"waits": Waits(code).label, "number": n} for code, n in found.waits.items()], ("waits", "number")),
        (_late(figures.late(actor, today), today), ("late_days", "lead_unit", "why", "title")),
        (_loads(found), ("unit", "late", "soon", "rest")),
        (_stages(found), ("stage", "matters", "days", "now")),
        (_weeks(found, span), ("monday", "opened", "ended", "in_hand")),
    ):
        acting.table([_text(row) for row in rows], columns, as_json=as_json)


@board.command()
def recount() -> None:
    """核对累计数：逐项重数，更正并留痕；有不符的，退出码为 1。"""
    found = matters.recount(actor=SYSTEM, at=now())
    for one in found.differences:
        told = " ".join(str(part) for part in one.key)
        click.echo(f"机关 {one.organ_id} {one.kind} {told}：记 {one.kept}，实 {one.counted}")
    click.echo(f"核对 {found.totals} 项，更正 {len(found.differences)} 项。")
    sys.exit(1 if found.differences else 0)


@click.command()
def sweep() -> None:
    """到期检查：按今天的日期重新亮灯。"""
    swept = matters.sweep(actor=SYSTEM, at=now())
    click.echo(
        f"转红 {swept.red} 件，转黄 {swept.yellow} 件，转绿 {swept.green} 件；停滞变化 {swept.at_rest} 件。"
    )


def _text(row: Row) -> Row:
    return {name: str(value) if isinstance(value, int) else value for name, value in row.items()}


def _totals(found: Standing) -> list[Row]:
    counts = {"在办": found.open, "逾期": found.late, "临期": found.soon, "已结": found.ended_since}
    return [{"what": what, "number": n} for what, n in counts.items()]


def _late(late: list[Matter], today: date) -> list[Row]:
    return [
        {
            "late_days": (today - one.current_due).days if one.current_due else 0,
            "lead_unit": str(one.lead_unit or ""),
            "why": str(Waits(one.waits_for).label),
            "title": one.title,
        }
        for one in late
    ]


def _loads(found: Standing) -> list[Row]:
    names = org.short_names(found.units)
    return [{"unit": names.get(pk, "未定"), **counts._asdict()} for pk, counts in found.units.items()]


def _stages(found: Standing) -> list[Row]:
    told = []
    for code, states in STAGE_STATES.items():
        took = found.took.get(code, Took(0, 0))
        days = round(took.days / took.matters, 1) if took.matters else ""
        now_in = sum(found.states[state] for state in states)
        told.append({"stage": str(STAGE_NAMES[code]), "matters": took.matters, "days": days, "now": now_in})
    return told


def _weeks(found: Standing, span: Span) -> list[Row]:
    return [
        {"monday": one.monday, "opened": one.opened, "ended": one.ended, "in_hand": one.in_hand}
        for one in figures.weeks(found, span)
    ]
