import click

from zhongshu.kernel.clock import now
from zhongshu.platform.journal import queries, services


@click.group()
def journal() -> None:
    """留痕：校验与封存。"""


@journal.command()
def verify() -> None:
    """校验全部留痕和封存；指出第一条不相符的（退出码为 1）。"""
    broken = queries.first_break()
    if broken:
        click.echo(f"留痕不相符，首先是 {broken.where}：{broken.why}。请立即报告，先保留现场，再用备份核对。")
        raise SystemExit(1)
    click.echo("留痕完整。")


@journal.command()
def seal() -> None:
    """封存上次封存以后写下的留痕。"""
    made = services.seal(at=now())
    click.echo(f"已封存 {made.count} 条。" if made else "没有新的留痕。")
