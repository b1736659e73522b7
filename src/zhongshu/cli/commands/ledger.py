import sys
from importlib import import_module
from pathlib import Path

import click
import django

from zhongshu.supervision.ledgers import run_ledger

TROUBLE = 2
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

    Keys: row, category, task, lead, support, leader, due, progress, problem, withdrawn. No database is needed.
    """
    try:
        run_ledger(source, sys.stdout)
    except (OSError, ValueError) as trouble:
        click.echo(f"读不了：{trouble}", err=True)
        raise SystemExit(TROUBLE) from trouble
