from datetime import date, datetime

import click

from zhongshu.cli import acting
from zhongshu.kernel.clock import local_day, now
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Cycle

MATTER = click.argument("directive_id", type=int)


@click.group()
def reporting() -> None:
    """定期回告：设定周期和节点，看各期。"""


@reporting.command("cycle")
@MATTER
@click.option("--cycle", type=click.Choice(Cycle.values), required=True, help="多久回告一次。")
@click.option("--basis", default="", help="依据；每周回告必填。")
@click.option("--until", type=acting.DAY, help="每周回告的截止日。")
@click.option("--milestone", "lines", multiple=True, metavar="名称=日期", help="节点，可写多次。")
@acting.acting
def set_cycle(
    login: str,
    as_json: bool,
    directive_id: int,
    cycle: str,
    basis: str,
    until: datetime | None,
    lines: tuple[str, ...],
) -> None:
    """设定一件事的回告周期。"""
    services.set_cycle(
        directive_id=directive_id,
        cycle=cycle,
        basis=basis,
        until=acting.day(until),
        milestones=tuple(map(_milestone, lines)),
        **acting.common(login),
    )
    _tell(login, directive_id, as_json)


@reporting.command("rounds")
@MATTER
@acting.acting
def rounds(login: str, as_json: bool, directive_id: int) -> None:
    """列出一件事的各期回告。"""
    _tell(login, directive_id, as_json)


@reporting.command("ask")
@MATTER
@click.option("--figure", "labels", multiple=True, required=True, help="数据名称，可写多次。")
@click.option("--period", required=True, help="期间：2026-11、2026Q4、2026。")
@click.option("--standing", is_flag=True, help="以后每期回告都要。")
@click.option("--reason", default="", help="别处已经要过、确需再要的理由。")
@acting.acting
def ask(
    login: str,
    as_json: bool,
    directive_id: int,
    labels: tuple[str, ...],
    period: str,
    standing: bool,
    reason: str,
) -> None:
    """向承办单位索取数据；要过的先告诉您。"""
    words = {"labels": labels, "period": period, "standing": standing, "reason": reason}
    services.ask_figures(directive_id=directive_id, **words, **acting.common(login))  # type: ignore[arg-type]
    _tell_figures(login, directive_id, as_json)


@reporting.command("give")
@MATTER
@click.option("--figure", "lines", multiple=True, required=True, metavar="编号=数", help="可写多次。")
@acting.acting
def give(login: str, as_json: bool, directive_id: int, lines: tuple[str, ...]) -> None:
    """填报数据。"""
    figures = {
        int(pk): value for pk, _mark, value in (line.partition("=") for line in lines) if pk.isdecimal()
    }
    services.give_figures(directive_id=directive_id, figures=figures, **acting.common(login))
    _tell_figures(login, directive_id, as_json)


def _tell_figures(login: str, directive_id: int, as_json: bool) -> None:
    found = queries.get(acting.actor_called(login, now()), directive_id)
    rows = [
        {
            "id": one.pk,
            "figure": one.label,
            "period": one.period,
            "value": one.value,
            "again": one.again_of_id,
        }
        for one in queries.asks(found)
    ]
    acting.table(rows, ("id", "figure", "period", "value", "again"), as_json=as_json)


def _tell(login: str, directive_id: int, as_json: bool) -> None:
    found = queries.get(acting.actor_called(login, now()), directive_id)
    rows = [
        {
            "due": one.due,
            "name": one.name or one.nominal,
            "reported": local_day(one.reported_at) if one.reported_at else None,
            "missed": one.missed_at is not None,
            "text": one.text,
        }
        for one in queries.rounds(found)
    ]
    acting.table(rows, ("due", "name", "reported", "missed", "text"), as_json=as_json)


def _milestone(line: str) -> services.Milestone:
    name, mark, day = line.partition("=")
    try:
        return services.Milestone(name.strip(), date.fromisoformat(day.strip() if mark else ""))
    except ValueError as wrong:
        raise click.BadParameter(f"“{line}”应写成 名称=2026-11-20。") from wrong
