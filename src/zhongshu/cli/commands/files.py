import click

from zhongshu.kernel.clock import now
from zhongshu.platform.files import queries, services
from zhongshu.platform.files.models import Blob


@click.group()
def files() -> None:
    """文件库：核对与清扫。"""


@files.command()
def sweep() -> None:
    """Remove bytes that no record names and that have lain for six hours."""
    gone = services.sweep(at=now())
    click.echo(f"清除无主文件 {len(gone)} 个。")


@files.command()
def verify() -> None:
    """Check that every stored file still has the digest under which it was stored (exit 1 if not)."""
    broken = [blob.sha256 for blob in Blob.objects.iterator() if not queries.is_whole(blob)]
    for sha256 in broken:
        click.echo(f"{sha256}: 内容缺失或已改变")
    if broken:
        raise SystemExit(1)
    click.echo("文件完整。")
