"""A file given on the command line: there, readable and of a sensible size, or a sentence that says what to do."""

import os
from pathlib import Path
from typing import Any

import click

from zhongshu.kernel.refusals import Refusal

MOST_MB = 50
"""Larger than any table of an office; more would only be laid out for minutes before it is refused."""

MARKED = (
    "内容带有密级标志，本系统不得处理，没有读，也没有留存。"
    "请立即从这台电脑上移除，改用涉密渠道办理，并报告保密员；工作秘密误标密级的，请原单位改标“内部”。"
)
"""Said by commands that read and store nothing, where a text or a table bears a secrecy mark (C-01, C-03)."""


class Given(click.Path):
    """The type of an argument or option that names a file to be read."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; a Refusal where it cannot be read from."""
        return usable(Path(os.fspath(value)))


def usable(path: Path) -> Path:
    """``path``, where a file of a sensible size can be read from it; a Refusal otherwise."""
    if not path.is_file():
        raise Refusal("no_such_file", f"没有“{path}”这个文件，", hint="请核对文件名和所在的文件夹。")
    if not os.access(path, os.R_OK):
        raise Refusal("unreadable", f"您没有权限读“{path}”。", hint="请改好它的权限，或者另存一份再试。")
    if path.stat().st_size > MOST_MB * 1024 * 1024:
        hint = "请核对是否选错了文件，或者拆成几个再试。"
        raise Refusal("too_large", f"“{path}”超过 {MOST_MB} MB，没有读。", hint=hint)
    return path
