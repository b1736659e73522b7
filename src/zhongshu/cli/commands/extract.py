import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import click

from zhongshu.cli.given import MARKED
from zhongshu.platform.files.rules import C_01_secrecy_mark
from zhongshu.supervision.extraction import BadLineError, read_directory, run_jsonl

TROUBLE, MOST_NAMED = 2, 10
NO_DUTY = "没有识别出任务，duties 是空的。请核对 text 是不是布置工作的正文，写明了由谁、办什么。"
_WRONG = {
    "json": "不是一条完整的 JSON 记录。请检查引号、逗号和括号",
    "fields": "缺少 id，或者 text 不是文字。请补上这两项",
    "unit": '不是一个单位。请写成 {"unit": "市财政局", "names": ["财政局"]} 的样子，或者用 zhongshu org names 导出',
    "long": "text 超过20万字。请分成几条",
    "date": "context_date 不是日期。请写成 2026-03-20 的样子，不知道就去掉这一项",
}


@click.command()
@click.argument("source", default="-", metavar="IN.jsonl")
@click.option("--units", metavar="UNITS.jsonl", help="本机构的单位名录，由 zhongshu org names 导出。")
def extract(source: str, units: str | None) -> None:
    """识别任务：读 IN.jsonl（- 是标准输入），每行写出 {"id", "duties"}；带密级标志的文字不读。

    每行要有 id 和 text；context_date、doc_convention 可以没有。不用数据库。
    给出本机构的单位名录，单位认得更准，"units" 写明各个名称是哪个单位。
    """
    with _told(units or "", "没有写出任何结果。"):
        directory = read_directory(_lines(units)) if units else None
    with _told(source, "这一行之前的结果已经写出。"):
        lines = sys.stdin if source == "-" else _lines(source)
        ran = run_jsonl(lines, sys.stdout, directory, C_01_secrecy_mark)
    if ran.found_none:
        click.echo(f"第 {_numbered(ran.found_none)}{NO_DUTY}", err=True)
    if ran.away:
        _stop(f"第 {'、'.join(map(str, ran.away))} 行：{MARKED}其他各行的结果已经写出。")


def _numbered(lines: list[int]) -> str:
    told = "、".join(map(str, lines[:MOST_NAMED]))
    return f"{told} 等 {len(lines)} 行" if len(lines) > MOST_NAMED else f"{told} 行"


def _lines(path: str) -> StringIO:
    text = Path(path).read_text(encoding="utf-8")
    if not text.strip():
        _stop(f"{path} 是空的，没有可识别的内容。请检查是否选错了文件。")
    return StringIO(text)


@contextmanager
def _told(path: str, done: str) -> Iterator[None]:
    """What is wrong with the file at ``path``, in a sentence; ``done`` says what was written before."""
    try:
        yield
    except BadLineError as bad:
        _stop(f"第 {bad.number} 行读不了：{_WRONG[bad.what]}，再运行一次；{done}")
    except FileNotFoundError:
        _stop(f"找不到文件 {path}。请检查路径，或者用 - 从标准输入读。")
    except UnicodeDecodeError:
        _stop(f"{path} 不是 UTF-8 编码的文字。请另存为 UTF-8 后再运行。")
    except OSError:
        _stop(f"打不开 {path}。请确认它是一个文件，并且您有权读它。")


def _stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    raise SystemExit(TROUBLE)
