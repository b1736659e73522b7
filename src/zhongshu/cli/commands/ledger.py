import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click
import django

from zhongshu.cli.given import MARKED, usable
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.files.rules import C_01_mark_among
from zhongshu.supervision.ledgers import LockedError, cells_of, run_ledger

NOTHING, TROUBLE = 1, 2
WITH_DATABASE = ("import", "undo")


class Ledgers(click.Group):
    """Reading a ledger needs no database and starts at once; only what stores something sets Django up."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), *WITH_DATABASE])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in WITH_DATABASE:
            return super().get_command(ctx, cmd_name)
        django.setup()
        module = import_module("zhongshu.cli.commands.ledger_import")
        command: click.Command = getattr(module, f"{cmd_name}_one")
        return command


@click.group(cls=Ledgers)
def ledger() -> None:
    """督办台账：读表格文件，整份补录，整份撤销。"""


@ledger.command()
@click.argument("source", type=click.Path(path_type=Path), metavar="FILE.xlsx")
def read(source: Path) -> None:
    """读一份台账（.xlsx、.xls、.csv），每个事项写出一行 JSON。

    键：row 行号，category 类别，task 事项，lead 牵头，support 配合，leader 责任领导，due 时限，progress 进展，
    problem 问题，withdrawn 已撤销。不用数据库。
    """
    try:
        usable(source)
    except Refusal as refusal:
        _stop(TROUBLE, str(refusal))
    try:
        if C_01_mark_among(line for cell in cells_of(source) for line in cell.splitlines()):
            _stop(TROUBLE, f"“{source.name}”{MARKED}")
        count = run_ledger(source, sys.stdout)
    except LockedError:
        _stop(TROUBLE, f"“{source.name}”设有打开密码。请在 Excel 或 WPS 里打开，去掉密码后另存，再读一次。")
    except (OSError, ValueError):
        _stop(TROUBLE, f"“{source.name}”打不开，或者不是表格。请用 Excel 或 WPS 另存为 .xlsx，再读一次。")
    if not count:
        _stop(
            NOTHING,
            f"“{source.name}”里没有找到督办事项。请在内容上面加一行表头，写明“督办事项”“牵头单位”“完成时限”，保存后再读。",
        )


def _stop(code: int, sentence: str) -> NoReturn:
    """Say what is wrong and what to do next, and leave."""
    click.echo(sentence, err=True)
    raise SystemExit(code)
