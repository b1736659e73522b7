import sys
from pathlib import Path

import click

from zhongshu.supervision.ledgers import run_ledger

TROUBLE = 2


@click.group()
def ledger() -> None:
    """督办台账：读表格文件。"""


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
