from datetime import date, datetime
from pathlib import Path

import click

from zhongshu.cli.given import Given
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now
from zhongshu.kernel.worktime import Limit, Unit, compute
from zhongshu.platform.workdays import queries, services, wording

DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def workdays() -> None:
    """工作日历：查看、推算时限、导入放假通知。"""


@workdays.command()
def years() -> None:
    """列出日历的年份和各年依据的通知。"""
    for year in queries.years():
        click.echo(f"{year.year}  {year.notice or '尚未公布，暂按周末和法定节假日推算'}")


@workdays.command()
@click.argument("start", type=DAY, metavar="START")
@click.argument("amount", type=int)
@click.option(
    "--unit",
    type=click.Choice([unit.value for unit in Unit]),
    default=Unit.WORKING_DAYS.value,
    help="按什么单位算。",
)
def due(start: datetime, amount: int, unit: str) -> None:
    """从 START 起算 AMOUNT 个工作日（或 --unit）到哪一天，逐日说明。"""
    deadline = compute(start.date(), Limit(amount, Unit(unit)), queries.calendar())
    for step in deadline.steps:
        click.echo(f"{step.day} {_weekday(step.day)} {step.number:>4}  {wording.reason(step)}")
    told = "（暂定）" if deadline.provisional else ""
    click.echo(f"期限届满：{deadline.due} {_weekday(deadline.due)}{told}")


@workdays.command("import")
@click.argument("year", type=int)
@click.argument("file", type=Given())
@click.option("--notice", required=True, help="文号，例如 国办发明电〔2025〕7号")
@click.option("--source", default="", help="通知的网址或出处")
def load(year: int, file: Path, notice: str, source: str) -> None:
    """用 FILE（CSV、XLSX、JSON）导入 YEAR 年的放假通知，重算全部在办时限。"""
    rows = services.read_table(file.name, file.read_bytes())
    table = services.import_table(actor=SYSTEM, year=year, notice=notice, source=source, rows=rows, at=now())
    click.echo(f"{wording.brought_in(table.year, table.moved)}通知共列 {len(rows)} 天。")


def _weekday(day: date) -> str:
    return "周" + "一二三四五六日"[day.weekday()]
