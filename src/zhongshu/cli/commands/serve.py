"""``zhongshu serve`` and ``zhongshu work``: the running office."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from socket import socket

import click
from django.conf import settings
from django.core.checks import ERROR, run_checks
from django.utils.translation import gettext as _

from zhongshu.cli.serving import doors, readiness
from zhongshu.cli.serving.anteroom import told_to_wait
from zhongshu.cli.serving.crew import Crew
from zhongshu.cli.serving.letting_go import let_go
from zhongshu.cli.serving.sharing import load_once
from zhongshu.cli.serving.web import Web
from zhongshu.cli.serving.worker import run_jobs
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.platform.accounts import queries as accounts

COLLECT = ("django", "collectstatic", "--no-input", "--clear", "--verbosity=0")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址。")
@click.option("--port", default=8000, show_default=True, help="监听端口；0 为任选一个空闲端口。")
@click.option("--workers", default=2, show_default=True, envvar="ZHONGSHU_WORKERS", help="网页进程数。")
@click.option("--threads", default=2, show_default=True, envvar="ZHONGSHU_THREADS", help="每个进程的线程数。")
@click.option("--no-worker", is_flag=True, help="不在本机处理后台任务（另行运行 zhongshu work）。")
def serve(host: str, port: int, workers: int, threads: int, no_worker: bool) -> None:
    """启动：网页与后台任务，一个命令。Ctrl-C 停止。"""
    if settings.DEMO and not doors.is_loopback(host):
        raise Refusal(
            "demo_is_for_this_machine",
            _("演示数据只能在本机（127.0.0.1）上使用，因为任何人都能以演示人员的身份进入。"),
            hint=_("请去掉 --host，或设置 ZHONGSHU_DEMO=0。"),
        )
    listener = doors.listen(host, port)
    _make_ready(listener)
    works = {"web": Web(listener, workers=workers, threads=threads).run}
    if not no_worker:
        works["jobs"] = run_jobs
    _welcome(f"http://{'[' + host + ']' if ':' in host else host}:{listener.getsockname()[1]}/")
    load_once()
    let_go()
    Crew(works, tell=partial(click.echo, err=True)).run()
    click.echo("已停止。")


@click.command()
def work() -> None:
    """处理后台任务，直到被停止（单独部署时使用；serve 已自带）。"""
    run_jobs()


def _make_ready(listener: socket) -> None:
    faults = [fault for fault in run_checks() if fault.level >= ERROR]
    if faults:
        raise SystemExit("\n".join(map(str, faults)))
    if readiness.is_behind():
        _apart(listener, "django", "migrate", "--no-input", "--verbosity=0")
        click.echo("数据库已就绪。")
    if readiness.collect_if_stale(partial(_apart, listener, *COLLECT)):
        click.echo("页面资源已就绪。")
    if settings.DEMO and org.is_nobody_here():
        click.echo("正在建立演示单位（约半分钟）…")
        _apart(listener, "demo", "load")


def _apart(listener: socket, *words: str) -> None:
    """A command of ours in a process of its own: the threads it starts (of the typesetter, of whoever packs assets) cannot
    be taken through a fork, and the memory it took would stay with every process of the house (ADR 15).
    Whoever knocks meanwhile is told to wait.
    """
    sys.stdout.flush()
    with told_to_wait(listener):
        done = subprocess.run([sys.executable, "-m", "zhongshu", *words], check=False)  # noqa: S603
    if done.returncode:
        raise SystemExit(done.returncode)


def _welcome(address: str) -> None:
    click.echo(f"\n  中枢已启动：{address}    Ctrl-C 停止")
    if settings.DEMO:
        click.echo("  演示单位：打开登录页，点一下姓名即可进入。可用的登录名：\n")
        for guest in accounts.demo_guests():
            click.echo(f"    {guest.user.username:<16}{guest.name}  {guest.label}")
        click.echo(f"\n  密码：{_demo_password()}\n")
    sys.stdout.flush()


def _demo_password() -> str:
    keeper = Path(settings.HOME) / "demo-password.txt"
    return keeper.read_text().strip() if keeper.exists() else "（见建立演示单位时的提示）"
