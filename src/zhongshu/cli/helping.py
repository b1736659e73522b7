"""The help of a command in Chinese: what the framework adds to our own words in English, said in ours."""

import re
from collections.abc import Iterable

import click

HEADINGS = {"Options": "选项", "Commands": "命令", "Arguments": "参数"}
USAGE = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]…"}
TAKEN = {"TEXT": "文字", "INTEGER": "整数", "FILE": "文件", "PATH": "路径", "[%Y-%m-%d]": "年-月-日"}
ADDED = {
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本号。",
    "[required]": "（必填）",
}
DEFAULT = re.compile(r"\[default: (.+)\]")


class Words(click.HelpFormatter):
    """Writes usage, headings and lists as the framework lays them out, in Chinese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that tells how the command is written."""
        super().write_usage(prog, _in_ours(args, USAGE), "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The name of a list."""
        self.write(f"{HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options and commands, each with what it is for."""
        told_of = [(name, DEFAULT.sub(r"（默认 \1）", told)) for name, told in rows]
        ours = [(_in_ours(name, TAKEN), _in_ours(told, ADDED)) for name, told in told_of]
        super().write_dl(ours, col_max, col_spacing)


def _in_ours(text: str, words: dict[str, str]) -> str:
    theirs = "|".join(rf"(?<![\w-]){re.escape(one)}(?!\w)" for one in words)
    return re.sub(theirs, lambda found: words[found[0]], text)
