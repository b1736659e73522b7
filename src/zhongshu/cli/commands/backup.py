"""``zhongshu backup`` and ``zhongshu restore``."""

from pathlib import Path

import click

from zhongshu.archive import queries as archive
from zhongshu.archive import services as archive_services
from zhongshu.cli.backup.restore import restore as put_back
from zhongshu.cli.backup.save import save
from zhongshu.cli.serving import readiness
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now
from zhongshu.platform.files import queries as files
from zhongshu.platform.files.models import Blob
from zhongshu.platform.journal import queries as journal

FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("folder", type=FOLDER)
def backup(folder: Path) -> None:
    """备份：数据库、文件、归档包和密钥，写进一个空目录；不用停机。"""
    count = save(folder)
    click.echo(f"已备份 {count} 个文件到 {folder}。内含密钥，请妥善保管。")


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--files-only", is_flag=True, help="只恢复文件、归档包和密钥（数据库已用 pg_restore 恢复）。")
def restore(folder: Path, files_only: bool) -> None:
    """恢复：把备份放进一个空的 ZHONGSHU_HOME，然后逐项核对。"""
    click.echo(f"备份完好，共 {put_back(folder, files_only=files_only)} 个文件。正在核对…")
    if readiness.migrate_if_behind():
        click.echo("数据库已升级到当前版本。")
    faults = _faults()
    for fault in faults:
        click.echo(fault)
    if faults:
        raise SystemExit(1)
    click.echo("已恢复：留痕、文件、归档包核对无误。")


def _faults() -> list[str]:
    """What does not hold after a restore: the journal's chain, stored files, archive packages."""
    broken = journal.first_break()
    found = [f"留痕：{broken.where}: {broken.why}"] if broken else []
    found += [
        f"文件 {blob.sha256} 缺失或已改变" for blob in Blob.objects.iterator() if not files.is_whole(blob)
    ]
    for deposit in archive.visible(SYSTEM).order_by("at").iterator():
        checked = archive_services.check(actor=SYSTEM, deposit=deposit, at=now())
        if checked.first:
            found.append(f"归档包 {deposit.code}：{checked.first.path}")
    return found
