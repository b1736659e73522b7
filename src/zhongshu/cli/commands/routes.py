import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from zhongshu.approvals import grammar, queries, services
from zhongshu.approvals.models import Route, RouteVersion
from zhongshu.cli.acting import acting, actor_called, unit_called
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import Refusal
from zhongshu.org.models import Duty


@click.group()
def routes() -> None:
    """审批路线：查看、检查、导入、导出。"""


@routes.command("list")
def listing() -> None:
    """列出审批路线和各自生效的版本。"""
    for route in queries.routes():
        version = f"第{route.current.number}版" if route.current else "未发布"
        click.echo(f"{route.name}  {route.title}  {version}{'（已停用）' if route.withdrawn_at else ''}")


@routes.command()
@click.argument("name", required=False)
@click.option("--file", "path", type=click.Path(path_type=Path), help="检查一个 JSON 文件里的路线。")
@click.option(
    "--organ", metavar="机关", help="文件里的路线给哪个机关用。不填：同名路线的机关，或管路线的机关。"
)
def check(name: str | None, path: Path | None, organ: str | None) -> None:
    """按名称或文件检查一条路线，或检查全部；有草稿的查草稿。有错时退出码为 1。"""
    if path is None and name is not None and (name.endswith(".json") or Path(name).is_file()):
        path = Path(name)
    plans: list[tuple[str, grammar.Route, int | None]]
    if path is not None:
        plan = _planned(path)
        home = unit_called(organ) if organ else queries.home_of(plan.name, local_day(now()))
        plans = [(str(path), plan, home)]
    else:
        found = [queries.route_called(name)] if name else list(queries.routes())
        plans = [(one.name, _version(one).plan, one.organ_id) for one in found]
    sound = [_checked(title, plan, organ_id) for title, plan, organ_id in plans]
    wrong = sound.count(False)
    click.echo(f"检查了 {len(sound)} 条路线，{f'{wrong} 条有问题，不能发布' if wrong else '都没有问题'}。")
    if wrong:
        raise SystemExit(1)


@routes.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--publish", is_flag=True, help="检查通过即发布。")
@acting
def draft(path: Path, publish: bool, login: str, as_json: bool) -> None:
    """用 JSON 文件起草本机关的一条路线；加 --publish 即发布生效。"""
    at = now()
    actor = actor_called(login, at)
    organ_id = next(iter(actor.organs_with(Duty.KEEP_ROUTES)), None)
    drafted = services.draft_route(actor=actor, spec=_read(path), organ_id=organ_id, at=at)
    if publish:
        drafted = services.publish_route(actor=actor, name=drafted.route.name, at=at)
    told = {"name": drafted.route.name, "version": drafted.number, "published": publish}
    click.echo(
        json.dumps(told, ensure_ascii=False) if as_json else f"{drafted.route.name} 第{drafted.number}版"
    )


@routes.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="导出 JSON 而不是 BPMN 2.0。")
def export(name: str, as_json: bool) -> None:
    """把路线写成 BPMN 2.0（常用建模工具能打开），或写成 JSON 供别处起草。"""
    version = _version(queries.route_called(name))
    if as_json:
        click.echo(json.dumps(version.spec, ensure_ascii=False, indent=2))
    else:
        click.echo(grammar.export(version.plan).decode("utf-8"))


def _version(route: Route) -> RouteVersion:
    return queries.draft_of(route) or queries.current(route)


def _read(path: Path) -> grammar.Raw:
    if not path.is_file():
        raise Refusal("no_such_file", f"没有这个文件：{path}。", hint="请核对文件名和所在的目录。")
    with _told(path):
        return grammar.decoded(path.read_bytes())


def _planned(path: Path) -> grammar.Route:
    spec = _read(path)
    with _told(path):
        return grammar.read(spec)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Whatever in the file is no route is told of the file."""
    try:
        yield
    except grammar.Malformed as broken:
        raise Refusal("malformed_route", f"{path} 不是一条审批路线：{broken}") from broken


def _checked(title: str, plan: grammar.Route, organ_id: int | None) -> bool:
    faults = queries.faults_of(plan, organ_id, local_day(now()))
    for fault in faults:
        click.echo(f"{title}：{fault.told}")
    if faults:
        return False
    for note in queries.notes_of(plan, organ_id, local_day(now())):
        click.echo(f"{title}：提醒：{note.told}")
    tried = queries.tried_of(plan, organ_id, local_day(now()))
    if tried.refused:
        click.echo(f"{title}：代理：{tried.story}")
    return True
