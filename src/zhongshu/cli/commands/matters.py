from datetime import datetime

import click

from zhongshu.cli import acting
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.paging import Page
from zhongshu.matters import queries as matter_queries
from zhongshu.matters.models import Assignment, Matter
from zhongshu.platform.journal import telling
from zhongshu.supervision import queries

COLUMNS = ("id", "due", "state", "number", "lead_unit", "title")
BOXES = click.Choice(["todo", "toread", "started", "done"])


@click.group()
def matters() -> None:
    """事项：列出、查看。"""


@matters.command("list")
@click.option("--box", type=BOXES, help="四箱之一；不写就是督办台账。")
@click.option("--text", default="", help="搜标题、编号、正文。")
@click.option("--state", default="", help="状态代码，如 undertaking。")
@click.option("--unit", default="", help="牵头单位的名称。")
@click.option("--late", is_flag=True, help="只看逾期。")
@click.option("--closed", is_flag=True, help="只看已结。")
@click.option("--due-to", type=acting.DAY, help="在这一天以前到期。")
@click.option("--after", "cursor", default="", help="上一页末行给出的游标。")
@acting.acting
def listing(
    login: str,
    as_json: bool,
    box: str | None,
    text: str,
    state: str,
    unit: str,
    late: bool,
    closed: bool,
    due_to: datetime | None,
    cursor: str,
) -> None:
    """台账或四箱的一页。"""
    at = now()
    actor = acting.actor_called(login, at)
    if box:
        page = _box(actor, box, cursor)
    else:
        narrowed = queries.Filter(
            text=text, state=state, unit_id=acting.unit_called(unit) if unit else None,
            late=late, closed=closed, due_to=acting.day(due_to),
        )  # fmt: skip
        page = _rows(queries.ledger(actor, narrowed, today=local_day(at), cursor=cursor))
    acting.table(page.rows, COLUMNS, as_json=as_json)
    if page.next_cursor:
        click.echo(f"下一页：--after {page.next_cursor}", err=True)


@matters.command()
@click.argument("matter_id", type=int)
@acting.acting
def show(login: str, as_json: bool, matter_id: int) -> None:
    """一件事：情况、现在在谁手里、办理记录。"""
    at = now()
    actor = acting.actor_called(login, at)
    directive = queries.get(actor, matter_id)
    matter = directive.matter
    acting.table([_row(matter)], COLUMNS, as_json=as_json)
    holders = [
        {
            "role": held.get_role_display(),
            "holder": f"{held.holder_unit or ''} {held.holder_person or ''}".strip(),
        }
        for held in matter_queries.open_assignments(matter.pk)
    ]
    acting.table(holders, ("role", "holder"), as_json=as_json)
    events = telling.events(queries.timeline(actor, directive), local_day(at))
    told = [{"at": event.at_text, "who": str(event.who), "what": str(event.what)} for event in events]
    acting.table(told, ("at", "who", "what"), as_json=as_json)


def _box(actor: Actor, box: str, cursor: str) -> Page[dict[str, object]]:
    if box == "started":
        return _rows(matter_queries.started(actor, cursor=cursor))
    if box == "done":
        page = matter_queries.done(actor, cursor=cursor)
    else:
        page = matter_queries.todo(actor, reading=box == "toread", cursor=cursor)
    return Page([_held(one) for one in page.rows], next_cursor=page.next_cursor)


def _rows(page: Page[Matter]) -> Page[dict[str, object]]:
    return Page([_row(one) for one in page.rows], next_cursor=page.next_cursor)


def _held(held: Assignment) -> dict[str, object]:
    return {**_row(held.matter), "due": held.due, "role": held.role}


def _row(matter: Matter) -> dict[str, object]:
    return {
        "id": matter.pk,
        "number": matter.number,
        "title": matter.title,
        "state": matter.state,
        "due": matter.current_due,
        "lead_unit": str(matter.lead_unit or ""),
    }
