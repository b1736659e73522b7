"""``zhongshu account``: the first accounts, and the way back in when nobody can enter."""

import os

import click

from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.accounts import queries, services
from zhongshu.platform.accounts.models import AdminRole, User

PASSWORD_VARIABLE = "ZHONGSHU_NEW_PASSWORD"  # noqa: S105  a variable's name
ROLE = click.Choice(AdminRole.values)


@click.group()
def account() -> None:
    """账号：开通、重置、程序密钥。"""


@account.command()
@click.argument("username")
@click.option("--role", type=ROLE, default=None, help="三员之一：system 系统、security 安全、audit 审计。")
@click.option("--staff-number", default="", help="本人工号；管理员可以不填。")
def create(username: str, role: str | None, staff_number: str) -> None:
    """开通账号。密码在提示下输入，或取自环境变量 ZHONGSHU_NEW_PASSWORD，不写在命令行上。"""
    password = _password()
    made = services.open_account(
        actor=SYSTEM,
        username=username,
        password=password,
        must_change=False,
        admin_role=role or "",
        staff_number=staff_number,
        at=now(),
    )
    click.echo(f"已开通账号 {made.username}。")


@account.command()
@click.argument("username")
@click.option("--second-factor", is_flag=True, help="同时停用动态口令。")
def reset(username: str, second_factor: bool) -> None:
    """重置密码：给出一次性密码，解除锁定。"""
    user, at = _user(username), now()
    services.unlock(actor=SYSTEM, user_id=user.pk, at=at)
    if second_factor:
        services.remove_factor(actor=SYSTEM, user_id=user.pk, at=at)
    secret = services.reset_password(actor=SYSTEM, user_id=user.pk, at=at)
    click.echo(f"一次性密码（只显示这一次，登录后须修改）：{secret.text}")


@account.command()
def reseal() -> None:
    """换过 ZHONGSHU_SECRET_KEY 后：用新密钥重新加密各人的动态口令密钥。"""
    count = services.reseal_factors(actor=SYSTEM, at=now())
    click.echo(f"已重新加密 {count} 个，旧密钥可以从 ZHONGSHU_OLD_SECRET_KEYS 中去掉。")


@account.command()
@click.argument("username")
@click.argument("name")
def token(username: str, name: str) -> None:
    """生成程序密钥，NAME 写明给什么程序用。"""
    secret = services.make_token(actor=SYSTEM, user_id=_user(username).pk, name=name, at=now())
    click.echo(secret.text)


def _user(username: str) -> User:
    user = queries.user_named(username)
    if user is None:
        raise NotFound("no_such_account", f"没有账号 {username}。")
    return user


def _password() -> str:
    given = os.environ.get(PASSWORD_VARIABLE)
    typed: str = given or click.prompt("密码", hide_input=True, confirmation_prompt="再输一次")
    return typed
