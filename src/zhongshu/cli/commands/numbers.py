import click

from zhongshu.platform.numbering import queries


@click.group()
def numbers() -> None:
    """编号：查断号。"""


@numbers.command()
def check() -> None:
    """查断号：应有而没有的编号（有断号时退出码为 1）。"""
    gaps = queries.all_gaps()
    for (series, year), missing in gaps.items():
        click.echo(f"{series} {year}: {'、'.join(map(str, missing))}")
    if gaps:
        raise SystemExit(1)
    click.echo("编号连续，没有断号。")
