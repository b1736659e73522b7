"""``zhongshu move``: from SQLite to PostgreSQL. ``zhongshu reindex``: the search built anew, indexes made tight."""

import click

from zhongshu.cli import moving
from zhongshu.cli.compacting import compact
from zhongshu.matters import services as matters


@click.command()
def move() -> None:
    """把整个单位搬到 ZHONGSHU_MOVE_TO 指的空库：停机做；搬前搬后都校验留痕和编号。"""
    moving.ready()
    click.echo("原库留痕完整。")
    _must(moving.there("migrate"))
    moving.require_empty()
    for table, count in moving.copy():
        if count:
            click.echo(f"  {table}  {count}")
    differing = moving.differences()
    if differing:
        raise click.ClickException("两边不一致：" + "；".join(differing))
    for words in (("reindex",), ("journal", "verify"), ("numbers", "check")):
        _must(moving.there(*words))
    click.echo("已搬完，两边一致。请把 ZHONGSHU_DATABASE_URL 改为新库再启动；原库留着，核对无误再删。")


@click.command()
def reindex() -> None:
    """重建全文搜索的索引；PostgreSQL 上一并整理各表的索引。"""
    click.echo(f"已重建 {matters.reindex()} 件的搜索索引。")
    compact()


def _must(code: int) -> None:
    if code:
        raise click.ClickException("新库上有一步没有成功，见上。新库作废，原库没有改动。")
