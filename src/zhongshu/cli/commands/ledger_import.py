import json
import sys
from datetime import datetime
from pathlib import Path

import click

from zhongshu.cli import acting
from zhongshu.cli.given import Given
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.supervision import queries, services
from zhongshu.supervision.imports import Line, lines_in, placed, understood
from zhongshu.supervision.ledgers import Part, said
from zhongshu.supervision.models import LedgerImport, Origin

PAPER = Given()


@click.command("import")
@click.argument("source", type=PAPER, metavar="FILE.xlsx")
@click.option("--unit", default="", help="督办的科室；试读不用写。")
@click.option("--approver", default="", help="批准人的登录名；试读不用写。")
@click.option("--basis", default="", help="立项依据；不写是“沿用原台账”。")
@click.option("--origin", type=click.Choice(Origin.values), default=Origin.KEY_WORK.value, help="来源类别。")
@click.option("--mapping", default="", help="列的对应关系，如 C=task,台账!D=lead；不写按识别的来。")
@click.option("--first-leads", is_flag=True, help="一格有几个牵头单位时，第一个牵头，其余配合。")
@click.option("--dry-run", is_flag=True, help="只试读，逐行写出要改什么，不导入。")
@acting.acting
def import_one(login: str, as_json: bool, source: Path, mapping: str, dry_run: bool, **told: str) -> None:
    """把一份台账补录进来；--dry-run 只逐行核对。

    列的名称：number 序号，category 类别，task 事项，lead 牵头，support 配合，leader 责任领导，due 时限，
    progress 进展，problem 问题，status 状态，remark 备注，other 其他。
    """
    try:
        columns = said(mapping)
    except ValueError as piece:
        raise click.UsageError(f"看不懂对应关系“{piece}”，请写成 C=task。") from piece
    common = acting.common(login)
    actor, at = common["actor"], common["at"]
    if dry_run:
        _try(source, columns, bool(told["first_leads"]), at, as_json=as_json)
        return
    ledger = _brought(source, columns, told, actor, at)
    rows = sum(table["rows"] for table in ledger.understood)
    with click.progressbar(length=rows, file=sys.stderr) as bar:
        services.import_ledger(actor=actor, import_id=ledger.pk, at=at, step=bar.update)
    _tell(ledger, as_json=as_json)


@click.command("undo")
@click.argument("import_id", type=int)
@click.option("--reason", required=True, help="撤销的理由，写在每个作废的编号上。")
@acting.acting
def undo_one(login: str, as_json: bool, import_id: int, reason: str) -> None:
    """撤销一次台账导入：没有人办理过的事项作废，已经有人办理的保留并说明。"""
    common = acting.common(login)
    ledger = services.undo_import(
        actor=common["actor"], import_id=import_id, reason=reason, at=common["at"], step=lambda _count: None
    )
    _tell(ledger, as_json=as_json)


def _try(source: Path, columns: dict[str, Part], first_leads: bool, at: datetime, *, as_json: bool) -> None:
    wrong = 0
    if columns:
        placed(columns, understood(source))
    for line in lines_in(source, source.stem, columns, local_day(at), first_leads=first_leads):
        wrong += bool(line.mistakes)
        if as_json or line.mistakes:
            acting.table([_row(line)], ("sheet", "row", "task", "mistakes"), as_json=as_json)
    if not as_json:
        click.echo(f"要改 {wrong} 行。")


def _row(line: Line) -> dict[str, object]:
    one = line.matter
    told = {"sheet": one.sheet, "row": one.row, "task": one.task, "lead": one.lead, "support": one.support}
    ended = {"due": one.due, "ending": line.ending}
    return {**told, **ended, "mistakes": "".join(line.mistakes), "notes": "".join(line.notes)}


def _brought(
    source: Path, columns: dict[str, Part], told: dict[str, str], actor: Actor, at: datetime
) -> LedgerImport:
    if not told["unit"] or not told["approver"]:
        raise click.UsageError("导入要写 --unit 和 --approver；只核对请加 --dry-run。")
    approver, unit = acting.person_called(told["approver"]).pk, acting.unit_called(told["unit"])
    with source.open("rb") as stream:
        return services.bring_file(
            actor=actor,
            stream=stream,
            name=source.name,
            unit_id=unit,
            columns={place: part.value for place, part in columns.items()},
            first_leads=bool(told["first_leads"]),
            origin=told["origin"],
            approver_id=approver,
            basis=told["basis"],
            at=at,
        )


def _tell(ledger: LedgerImport, *, as_json: bool) -> None:
    counts = queries.outcomes(ledger)
    told = {
        "import": ledger.pk,
        "taken": counts["taken"],
        "refused": counts["refused"],
        "undone": counts["undone"],
    }
    if as_json:
        click.echo(json.dumps(told))
        return
    click.echo("导入 {import}：已补录 {taken} 行，没有补录 {refused} 行，已撤销 {undone} 行。".format(**told))
    for one in queries.refused_rows(ledger):
        click.echo(f"  {one.sheet} 第{one.row}行：{one.why}")
