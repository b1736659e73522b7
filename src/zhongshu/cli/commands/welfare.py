import click

from zhongshu.cli import acting
from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal import telling
from zhongshu.welfare import queries
from zhongshu.welfare.models import Case

COLUMNS = ("id", "due", "state", "number", "agency", "title")
SLOTS = ("branch", "name", "opens", "closes", "due", "provisional")


@click.group()
def welfare() -> None:
    """职工服务：列出办件、查看一件、列出经办机构日历。"""


@welfare.command("list")
@click.option("--text", default="", help="事项、编号、姓名里的字。")
@click.option("--branch", default="", help="类别，如 养老。")
@click.option("--state", default="", help="状态代码，如 asked。")
@click.option("--scope", default="", type=click.Choice(["", "mine", "open"]), help="本人的、在办的。")
@click.option("--late", is_flag=True, help="只列逾期的。")
@click.option("--after", "cursor", default="", help="上一页末行给出的游标。")
@acting.acting
def listing(
    login: str, as_json: bool, text: str, branch: str, state: str, scope: str, late: bool, cursor: str
) -> None:
    """一页办件，新的在前。"""
    actor = acting.actor_called(login, now())
    narrowed = queries.Narrowed(
        text=text, branch=branch, state=state, scope=scope, late="late" if late else ""
    )
    page = queries.page_of(queries.cases(actor, narrowed), cursor=cursor)
    acting.table([_row(one) for one in page.rows], COLUMNS, as_json=as_json)
    if page.next_cursor:
        click.echo(f"下一页：--after {page.next_cursor}", err=True)


@welfare.command()
@click.argument("matter_id", type=int)
@acting.acting
def show(login: str, as_json: bool, matter_id: int) -> None:
    """一个办件：情况、办理记录。"""
    at = now()
    one = queries.case(acting.actor_called(login, at), matter_id)
    acting.table([_row(one)], COLUMNS, as_json=as_json)
    events = telling.events(journal.timeline(one.matter.stream), local_day(at))
    told = [{"at": event.at_text, "who": str(event.who), "what": str(event.what)} for event in events]
    acting.table(told, ("at", "who", "what"), as_json=as_json)


@welfare.command()
@acting.acting
def calendar(login: str, as_json: bool) -> None:
    """经办机构日历：每个事项以后的受理期，和应报送的日期。"""
    at = now()
    rows: list[dict[str, object]] = [
        {"branch": one.branch, "name": one.name, "opens": slot.opens, "closes": slot.closes, "due": slot.due,
         "provisional": slot.provisional}
        for one in queries.services(acting.actor_called(login, at))
        for slot in queries.slots_ahead(one, local_day(at))
    ]  # fmt: skip
    acting.table(rows, SLOTS, as_json=as_json)


def _row(one: Case) -> dict[str, object]:
    matter = one.matter
    return {
        "id": matter.pk, "number": matter.number, "title": matter.title, "state": matter.state,
        "agency": one.service.agency, "due": matter.current_due,
    }  # fmt: skip
