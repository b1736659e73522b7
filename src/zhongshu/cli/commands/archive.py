import click

from zhongshu.archive import queries, services
from zhongshu.archive.models import Deposit
from zhongshu.archive.wording import FAULTS, PROPERTIES
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now


@click.group()
def archive() -> None:
    """归档：检查归档包。"""


@archive.command()
@click.argument("code", required=False)
@click.option("--all", "everything", is_flag=True, help="检查全部归档包。")
def check(code: str | None, everything: bool) -> None:
    """按档号检查一个归档包，或用 --all 检查全部；指出第一个与归档时不符的文件（退出码 1）。"""
    if bool(code) == everything:
        raise click.UsageError("请给出档号，或用 --all 检查全部。")
    deposits = [queries.by_code(SYSTEM, code)] if code else queries.visible(SYSTEM).order_by("at").iterator()
    sound = [_checked(deposit) for deposit in deposits]
    strays = queries.strays() if everything else []
    for stray in strays:
        click.echo(f"没有登记的文件夹：{stray}")
    click.echo(f"检查 {len(sound)} 个归档包，{sum(sound)} 个相符。")
    if not all(sound) or strays:
        raise SystemExit(1)


def _checked(deposit: Deposit) -> bool:
    found = services.check(actor=SYSTEM, deposit=deposit, at=now())
    if found.first:
        first = found.first
        click.echo(f"{deposit.code}：{PROPERTIES[first.broken]}有问题，{first.path}（{FAULTS[first.kind]}）")
    return found.is_sound
