import sys
from io import StringIO
from pathlib import Path

import click

from zhongshu.supervision.extraction import BadLineError, run_jsonl

TROUBLE = 2
_WRONG = {
    "json": "不是一条完整的 JSON 记录。请检查引号、逗号和括号",
    "fields": "缺少 id，或者 text 不是文字。请补上这两项",
    "date": "context_date 不是日期。请写成 2026-03-20 的样子，不知道就去掉这一项",
}


@click.command()
@click.argument("source", default="-", metavar="IN.jsonl")
def extract(source: str) -> None:
    """识别任务：读 IN.jsonl（- 是标准输入），每行写出 {"id", "duties"}。

    Each line has id and text; context_date and doc_convention may be missing. No database is needed.
    """
    try:
        lines = sys.stdin if source == "-" else StringIO(Path(source).read_text(encoding="utf-8"))
        run_jsonl(lines, sys.stdout)
    except BadLineError as bad:
        _stop(f"第 {bad.number} 行读不了：{_WRONG[bad.what]}，再运行一次；这一行之前的结果已经写出。")
    except FileNotFoundError:
        _stop(f"找不到文件 {source}。请检查路径，或者用 - 从标准输入读。")
    except UnicodeDecodeError:
        _stop(f"{source} 不是 UTF-8 编码的文字。请另存为 UTF-8 后再运行。")
    except OSError:
        _stop(f"打不开 {source}。请确认它是一个文件，并且您有权读它。")


def _stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    raise SystemExit(TROUBLE)
