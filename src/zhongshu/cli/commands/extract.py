import sys
from io import StringIO
from pathlib import Path

import click

from zhongshu.supervision.extraction import run_jsonl

TROUBLE = 2


@click.command()
@click.argument("source", default="-", metavar="IN.jsonl")
def extract(source: str) -> None:
    """识别任务：读 IN.jsonl（- 是标准输入），每行写出 {"id", "duties"}。

    Each line has id and text; context_date and doc_convention may be missing. No database is needed.
    """
    try:
        lines = sys.stdin if source == "-" else StringIO(Path(source).read_text(encoding="utf-8"))
        run_jsonl(lines, sys.stdout)
    except (OSError, ValueError) as trouble:
        click.echo(f"读不了：{trouble}", err=True)
        raise SystemExit(TROUBLE) from trouble
