"""A command written wrongly: what is wrong with it, in Chinese, and where its help is."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError


class Misuse(click.ClickException):
    """What the framework says in English, said in our words."""

    exit_code = 2

    def show(self, file: object = None) -> None:
        """On the error output, without the usage, which the help tells."""
        click.echo(self.message, err=True)


@contextmanager
def in_our_words() -> Iterator[None]:
    """Whatever is found wrong with the command within."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as wrong:
        path = wrong.ctx.command_path if wrong.ctx else "zhongshu"
        raise Misuse(f"{_said(wrong).rstrip('。')}。用法见 {path} --help。") from wrong


def _said(wrong: click.UsageError) -> str:
    match wrong:
        case click.exceptions.NoSuchCommand():
            return f"没有“{wrong.command_name}”这个命令"
        case click.NoSuchOption():
            return f"没有 {wrong.option_name} 这个选项"
        case click.BadOptionUsage():
            return f"{wrong.option_name} 后面要写明内容"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"缺少 {_name(param, wrong.ctx)}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"{_name(param, wrong.ctx)} 不对：{_form(param.type) or wrong.message}"
    return "多写了内容" if wrong.message.startswith("Got unexpected extra") else wrong.message


def _name(param: click.Parameter, context: click.Context | None) -> str:
    if isinstance(param, click.Option) or context is None:
        return param.opts[-1]
    return param.make_metavar(context)


def _form(kind: click.ParamType[Any]) -> str:
    match kind:
        case click.Choice():
            return f"只能是 {'、'.join(map(str, kind.choices))}"
        case click.DateTime():
            return "应当是日期，如 2026-03-20"
        case click.types.IntParamType():
            return "应当是整数"
        case click.Path():
            return "没有这个文件或文件夹，或者不能读写"
    return ""
