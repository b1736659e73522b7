import time

import click
from django.conf import settings

from zhongshu.cli.demo.load import load as load_demo
from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org

PASSWORD_FILE = "demo-password.txt"  # noqa: S105  a file's name


@click.group()
def demo() -> None:
    """演示数据：虚构的澜州市。"""


@demo.command()
def load() -> None:
    """在空库里建立虚构的城市和一年的事项（不到半分钟）。"""
    if not org.is_nobody_here():
        raise Refusal(
            "not_empty", "库里已有机构和人员，演示数据只能载入空库。", hint="请另设 ZHONGSHU_HOME 后再试。"
        )
    began = time.monotonic()
    password = load_demo(at=now(), said=click.echo)
    keeper = settings.HOME / PASSWORD_FILE
    keeper.touch(mode=0o600)
    keeper.write_text(password + "\n")
    click.echo(f"演示数据已就绪（{time.monotonic() - began:.0f} 秒）。登录密码见 {keeper}")
