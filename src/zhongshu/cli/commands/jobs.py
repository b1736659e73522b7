import click

from zhongshu.kernel.clock import now
from zhongshu.platform.jobs import queries, services


@click.group()
def jobs() -> None:
    """后台任务。"""


@jobs.command()
def tick() -> None:
    """把到点的任务排进队列一次：队列自己没有定时器时，每分钟调用。"""
    for name in services.tick(at=now()):
        click.echo(name)


@jobs.command("list")
def list_() -> None:
    """列出定时任务：下次什么时候，上次结果如何。"""
    for title, _name, turn, run in queries.recurring():
        due = turn.next_at.isoformat(timespec="minutes") if turn else "—"
        click.echo(f"{title}\t{due}\t{run.get_state_display() if run else '—'}")


@jobs.command("back-up")
def back_up() -> None:
    """立即备份数据库。"""
    click.echo(services.back_up(at=now()))
