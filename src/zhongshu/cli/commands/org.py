"""``zhongshu org``: the first import into an empty house, before anybody keeps its organisation; its names."""

import json
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import click

from zhongshu.cli.given import Given
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now
from zhongshu.org import queries, services


@click.group()
def org() -> None:
    """机构人员：导出模板，从 Excel、CSV 导入，导出单位名录。"""


@org.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def template(file: Path) -> None:
    """把空模板写到 FILE（.xlsx），含填写说明。"""
    file.write_bytes(services.template(actor=SYSTEM, day=local_day(now())))
    click.echo(f"模板已写到 {file}。")


@org.command("import")
@click.argument("file", type=Given())
@click.option("--try", "only_try", is_flag=True, help="只试一遍，不导入。")
def load(file: Path, only_try: bool) -> None:
    """导入 FILE 里的单位、岗位和人员：有一处错就都不导入。"""
    tables, at = services.read(file.name, file.read_bytes()), now()
    wanted = services.plan(tables, local_day(at))
    for one in wanted.mistakes:
        click.echo(f"{one.sheet} 第 {one.row} 行 {one.column}：{one.sentence}")
    if wanted.mistakes:
        raise SystemExit(1)
    if not only_try:
        services.import_tables(actor=SYSTEM, tables=tables, at=at)
    click.echo(f"{'将' if only_try else '已'}新增 {wanted.new} 项，更新 {wanted.changed} 项。")


@org.command()
def names() -> None:
    """写出单位名录：每行一个单位和它的简称、别名，供 zhongshu extract --units 用。"""
    known = sorted(queries.directory().items(), key=itemgetter(1))  # stable: the most proper name stays first
    for _unit_id, told in groupby(known, key=itemgetter(1)):
        unit, *others = (name for name, _ in told)
        click.echo(json.dumps({"unit": unit, "names": others}, ensure_ascii=False))
