import click

from zhongshu.kernel.clock import now
from zhongshu.platform.files import queries, services
from zhongshu.platform.files.models import Blob


@click.group()
def files() -> None:
    """文件库：核对与清扫。"""


@files.command()
def sweep() -> None:
    """清扫：删去没有记录指向、已放满六小时的文件。"""
    gone = services.sweep(at=now())
    click.echo(f"清除无主文件 {len(gone)} 个。")


@files.command()
def verify() -> None:
    """核对每个文件的摘要与存入时是否相同（不同时退出码为 1）。"""
    broken = [blob.sha256 for blob in Blob.objects.iterator() if not queries.is_whole(blob)]
    for sha256 in broken:
        click.echo(f"{sha256}: 内容缺失或已改变")
    if broken:
        raise SystemExit(1)
    click.echo("文件完整。")
