from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import click

from zhongshu.approvals import queries as approvals
from zhongshu.approvals.presenters.paper import PaperPage
from zhongshu.cli import acting, claim_rows
from zhongshu.cli.claim_rows import Row
from zhongshu.finance import queries
from zhongshu.finance.models import LargeKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.paging import Page
from zhongshu.matters.models import Matter

BOXES = click.Choice(["mine", "waiting", "all"])
SIZE = 200


@click.group()
def claims() -> None:
    """报销借款：列出、查看一张、办理速度、大额与重大。"""


@claims.command("list")
@click.option("--box", type=BOXES, default="all", help="我的、待我办的、我能看的全部。")
@click.option("--text", default="", help="事由、收款人、编号里的字。")
@click.option("--kind", default="", help="claim 报销，advance 借款。")
@click.option("--category", default="", help="类别代码，如 travel。")
@click.option("--state", default="", help="状态代码，如 running、approved。")
@click.option("--waits", default="", type=click.Choice(["", "payment", "booking"]), help="待付款、待记账的。")
@click.option("--since", type=acting.DAY, help="这一天起提交的。")
@click.option("--until", type=acting.DAY, help="到这一天为止提交的。")
@acting.acting
def listing(
    login: str, as_json: bool, since: datetime | None, until: datetime | None, **narrowed: str
) -> None:
    """单据，新的在前，一直列到最早一张。"""
    actor = acting.actor_called(login, now())
    wanted = queries.Narrowed(since=acting.day(since), until=acting.day(until), **narrowed)
    acting.table(_claims(actor, wanted), claim_rows.COLUMNS, as_json=as_json)


@claims.command()
@click.argument("matter_id", type=int)
@acting.acting
def show(login: str, as_json: bool, matter_id: int) -> None:
    """一张单据：金额、明细、发票、办理记录。"""
    at = now()
    actor = acting.actor_called(login, at)
    one = queries.claim(actor, matter_id)
    seen = queries.sight(actor, one)
    acting.table([claim_rows.claim(one.matter, one, seen)], claim_rows.COLUMNS, as_json=as_json)
    items: list[Row] = [
        {"item": seen.category(row.item), "note": row.note, "spent_on": row.spent_on, "amount": seen.sum(row.amount)}
        for row in one.lines.order_by("pk")
    ]  # fmt: skip
    acting.table(items, ("spent_on", "amount", "note"), as_json=as_json)
    invoices: list[Row] = [
        {"invoice": str(row), "issued_on": row.issued_on, "amount": seen.sum(row.amount)}
        for row in one.invoices.order_by("pk")
    ]
    acting.table(invoices, ("issued_on", "amount", "invoice"), as_json=as_json)
    events = PaperPage(actor, approvals.paper_of(one.matter), at).timeline
    told = [{"at": event.at_text, "who": str(event.who), "what": str(event.what)} for event in events]
    acting.table(told, ("at", "who", "what"), as_json=as_json)


@claims.command()
@click.option("--each", is_flag=True, help="逐张列出您能看的，等得最久的在前。")
@acting.acting
def ageing(login: str, as_json: bool, each: bool) -> None:
    """在办单据等了多少个工作日：审核、审批、付款各多少张，超期多少张，最久几天。"""
    at = now()
    actor = acting.actor_called(login, at)
    found = queries.ageing(actor, local_day(at))
    if each:
        rows = [claim_rows.age(one) for one in queries.known(actor, found)]
        acting.table(rows, claim_rows.AGES, as_json=as_json)
        return
    sums: list[Row] = []
    for waits in ("review", "approval", "payment"):
        here = [one for one in found if one.waits_for == waits]
        late, longest = sum(one.is_late for one in here), max((one.days for one in here), default=0)
        sums.append(
            {"waits_for": waits, "number": str(len(here)), "late": str(late), "longest": str(longest)}
        )
    acting.table(sums, ("waits_for", "number", "late", "longest"), as_json=as_json)


@claims.command()
@click.option("--since", type=acting.DAY, required=True, help="这一天起提交的。")
@click.option("--kind", default="", type=click.Choice(["", *LargeKind.values[:3]]), help="支出、合同、项目。")
@acting.acting
def large(login: str, as_json: bool, since: datetime, kind: str) -> None:
    """达到大额标准的支出、合同、项目，和经会议决定的，新的在前。"""
    actor = acting.actor_called(login, now())
    acting.table(_large(actor, since.date(), kind), claim_rows.LARGE, as_json=as_json)


def _claims(actor: Actor, narrowed: queries.Narrowed) -> Iterator[Row]:
    for page in _pages(lambda cursor: queries.claims_page(actor, narrowed, cursor=cursor, size=SIZE)):
        sights = queries.sights(actor, [one.pk for one in page.rows])
        yield from (claim_rows.claim(one, one.claim, sights[one.pk]) for one in page.rows)


def _large(actor: Actor, since: date, kind: str) -> Iterator[Row]:
    for page in _pages(lambda cursor: queries.large_page(actor, since, kind, cursor=cursor, size=SIZE)):
        sights = queries.sights(actor, [one.pk for one in page.rows])
        yield from (claim_rows.large(one, sights[one.pk]) for one in queries.outlays_of(page.rows))


def _pages(page_after: Callable[[str], Page[Matter]]) -> Iterator[Page[Any]]:
    """Page after page to the last."""
    page = page_after("")
    yield page
    while page.next_cursor:
        page = page_after(page.next_cursor)
        yield page
