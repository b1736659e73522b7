"""``zhongshu``: start it, fill it, ask it, check it."""

import errno
import os
import re
import sys
from importlib import import_module
from typing import Any

import click
import django

from zhongshu import __version__
from zhongshu.cli.helping import Words
from zhongshu.cli.misuse import in_our_words
from zhongshu.kernel.refusals import Refusal

# name → (module, whether Django must be set up before it is imported)
COMMANDS = {
    "account": ("account", True),
    "archive": ("archive", True),
    "backup": ("backup", True),
    "board": ("board", True),
    "claims": ("claims", True),
    "demo": ("demo", True),
    "django": ("server", True),
    "extract": ("extract", False),
    "files": ("files", True),
    "inspections": ("inspections", True),
    "jobs": ("jobs", True),
    "journal": ("journal", True),
    "ledger": ("ledger", False),
    "matters": ("matters", True),
    "migrate": ("server", True),
    "move": ("move", True),
    "numbers": ("numbers", True),
    "org": ("org", True),
    "reindex": ("move", True),
    "reporting": ("reporting", True),
    "restore": ("backup", True),
    "routes": ("routes", True),
    "serve": ("serve", True),
    "supervise": ("supervise", True),
    "sweep": ("board", True),
    "welfare": ("welfare", True),
    "work": ("serve", True),
    "workdays": ("workdays", True),
}


DISK = 74  # EX_IOERR
FULL = (errno.ENOSPC, errno.EDQUOT)
CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)
FAILING = ("disk is full", "disk I/O error")  # the latter, too, where SQLite finds no room for its log
UNWRITABLE = ("readonly database", "unable to open database file")
UNMADE = re.compile(r"no such table: |relation \S+ does not exist")


click.Context.formatter_class = Words


class Commands(click.Group):
    """Loads only the command that was asked for, so that the light ones start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, needs_django = COMMANDS[cmd_name]
        if needs_django:
            django.setup()
        command: click.Command = getattr(import_module(f"zhongshu.cli.commands.{module}"), cmd_name)
        return command

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with in_our_words():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with in_our_words():
            return super().invoke(ctx)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="zhongshu", message="%(prog)s %(version)s")
def zhongshu() -> None:
    """中枢：综合办公。"""


def main() -> None:
    """The entry of the console script; a refusal becomes its sentence and its exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "zhongshu.config.settings")
    os.umask(0o077)  # whatever we write (database, files, archive, keys) is for our own user alone
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        zhongshu(prog_name="zhongshu")  # however it was started
    except Refusal as refusal:
        click.echo(refusal.told, err=True)
        raise SystemExit(refusal.exit_code) from refusal
    except Exception as error:
        words, code = of_the_disk(error), DISK
        if not words:
            words, code = of_the_database(error)
        if not words:
            words, code = of_the_tables(error), Refusal.exit_code
        if not words:
            raise
        click.echo(words, err=True)
        raise SystemExit(code) from error


def of_the_disk(error: Exception) -> str:
    """What to do where the disk is full or cannot be written to, as the system or the database says; "" otherwise."""
    number, place = getattr(error, "errno", None), getattr(error, "filename", None)
    home = place or os.environ.get("ZHONGSHU_HOME") or "var"
    if number in FULL or any(words in str(error) for words in FAILING):
        return f"磁盘已满或者读写出错，写不进 {home}。请清理所在磁盘，或把 ZHONGSHU_HOME 设到空间够的地方，再运行一次。"
    if number in CLOSED or any(words in str(error) for words in UNWRITABLE):
        return f"没有写入权限，或者磁盘是只读的：{home}。请改好权限，或把 ZHONGSHU_HOME 设到可以写的地方，再运行一次。"
    return ""


def of_the_tables(error: Exception) -> str:
    """What to do where the database has no tables yet, or those of an earlier version; "" otherwise."""
    if not UNMADE.search(str(error)):
        return ""
    return "数据库还没有建立，或者是旧版本的。请先运行 bin/zhongshu migrate，或者用 bin/run 启动一次，再运行一次。"


def of_the_database(error: Exception) -> tuple[str, int]:
    """What to do where the database is busy or away, and the exit code; "" otherwise. Light commands know of none."""
    refusal = import_module("zhongshu.kernel.unavailable").unavailable(error)
    return (str(refusal), refusal.exit_code) if refusal else ("", 0)
