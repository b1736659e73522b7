from collections.abc import Callable
from typing import Any

import click
from django.db.models import QuerySet

from zhongshu.cli import acting, inspection_rows
from zhongshu.cli.inspection_rows import COLUMNS, Row
from zhongshu.inspections import queries
from zhongshu.inspections.models import CONCLUSION
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal import telling


@click.group()
def inspections() -> None:
    """督查行动、督查结论、书面指定：列出、查看。"""


@inspections.command("list")
@click.option("--conclusions", "what", flag_value="conclusions", help="列督查结论。")
@click.option("--designations", "what", flag_value="designations", help="列书面指定。")
@click.option("--text", default="", help="名称、编号、单位里的字。")
@click.option("--kind", default="", help="督查类别代码，如 special。")
@click.option("--state", default="", help="状态代码，如 running。")
@click.option("--after", "cursor", default="", help="上一页末行给出的游标。")
@acting.acting
def listing(
    login: str, as_json: bool, what: str | None, text: str, kind: str, state: str, cursor: str
) -> None:
    """一页，新的在前；不写就是督查行动。"""
    actor = acting.actor_called(login, now())
    narrowed = queries.Narrowed(text=text, kind=kind, state=state)
    found: QuerySet[Any] = queries.inspections(actor, narrowed)
    tell: Callable[[Any], Row] = inspection_rows.inspection
    if what == "conclusions":
        found, tell = queries.conclusions(actor, narrowed), inspection_rows.conclusion
    elif what == "designations":
        found, tell = queries.designations(actor), inspection_rows.designation
    page = queries.page_of(found, cursor=cursor)
    acting.table([tell(one) for one in page.rows], COLUMNS, as_json=as_json)
    if page.next_cursor:
        click.echo(f"下一页：--after {page.next_cursor}", err=True)


@inspections.command()
@click.argument("matter_id", type=int)
@acting.acting
def show(login: str, as_json: bool, matter_id: int) -> None:
    """一次督查行动或一份督查结论：情况、办理记录。"""
    at = now()
    actor = acting.actor_called(login, at)
    matter = matters.get(actor, matter_id)
    shown = _shown_conclusion if matter.kind == CONCLUSION else _shown_inspection
    shown(actor, matter, as_json)
    events = telling.events(journal.timeline(matter.stream), local_day(at))
    told = [{"at": event.at_text, "who": str(event.who), "what": str(event.what)} for event in events]
    acting.table(told, ("at", "who", "what"), as_json=as_json)


def _shown_inspection(actor: Actor, matter: Matter, as_json: bool) -> None:
    one = queries.inspection(actor, matter.pk)
    acting.table([inspection_rows.inspection(one)], COLUMNS, as_json=as_json)
    team: list[Row] = [{"person": m.person.name, "leads": m.leads} for m in queries.team(one)]
    acting.table(team, ("person", "leads"), as_json=as_json)
    steps: list[Row] = [
        {"on": step.on, "method": step.method, "place": step.place, "note": step.note}
        for step in one.steps.all()
    ]
    acting.table(steps, ("on", "method", "place", "note"), as_json=as_json)
    findings: list[Row] = [
        {"id": found.pk, "settled": found.settled, "unit": str(found.unit), "text": found.text}
        for found in one.findings.select_related("unit")
    ]
    acting.table(findings, ("id", "settled", "unit", "text"), as_json=as_json)
    told = one.conclusions.select_related("matter", "unit", "inspection__matter")
    acting.table([inspection_rows.conclusion(each) for each in told], COLUMNS, as_json=as_json)


def _shown_conclusion(actor: Actor, matter: Matter, as_json: bool) -> None:
    one = queries.conclusion(actor, matter.pk)
    acting.table([inspection_rows.conclusion(one)], COLUMNS, as_json=as_json)
    acting.table([{"text": one.text, "in_force": one.in_force}], ("text", "in_force"), as_json=as_json)
