"""Who acts on the command line: a local operator in the name of an account (``--as``)."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar, cast

import click

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import NotFound, Refusal
from zhongshu.kernel.text import MOST_WORDS
from zhongshu.org import queries as org
from zhongshu.org.models import Person

Command = TypeVar("Command", bound=Callable[..., Any])
SEVERAL = re.compile(r"[、，,;；]")
DAY = click.DateTime(["%Y-%m-%d"])


def acting(command: Command) -> Command:
    """Options that every command in somebody's name takes: ``--as`` and ``--json``. Words are as long as a box takes."""

    @wraps(command)
    def limited(*args: Any, **words: Any) -> Any:
        for name, value in words.items():
            if isinstance(value, str) and len(value) > MOST_WORDS:
                said = f"--{name.replace('_', '-')} 最多 {MOST_WORDS} 个字，现在有 {len(value)} 个。"
                raise Refusal("too_many_words", said, hint="请压缩，细节放进附件。")
        return command(*args, **words)

    told = click.option("--json", "as_json", is_flag=True, help="每行一个 JSON 对象。")(
        cast(Command, limited)
    )
    return click.option("--as", "login", required=True, metavar="登录名", help="以谁的名义。")(told)


def actor_called(login: str, at: datetime) -> Actor:
    """The actor whose account is ``login``, in the posts of the day."""
    person = person_called(login)
    role = person.user.admin_role if person.user else ""
    return org.actor_of(person, local_day(at), admin_role=role)


def person_called(login: str) -> Person:
    """The person whose account is ``login``; NotFound when there is none in office."""
    held = Person.objects.select_related("user").filter(user__username=login, left_on__isnull=True)
    person = held.first()
    if person is None:
        raise NotFound(
            "no_such_person",
            f"没有登录名为“{login}”的在职人员。",
            hint="请核对登录名：机构人员里各人的页面上有，安全管理员在“账号管理”里也能查到。",
        )
    return person


def unit_called(name: str) -> int:
    """The id of the unit of this name, short name or alias; a Refusal when there is not exactly one."""
    unit_id = org.unit_called(name)
    if unit_id is None:
        raise Refusal("no_such_unit", f"机构名录里没有唯一的“{name}”。", hint="请写全称或规范简称。")
    return unit_id


def lead_called(names: Sequence[str]) -> int:
    """The id of the one lead unit; several, in one option or each in its own, are refused (D-17)."""
    parts = [part for name in names for part in SEVERAL.split(name) if part]
    if len(names) == 1 and (len(parts) == 1 or org.unit_called(names[0]) is not None):
        return unit_called(names[0])
    hint = "请只写一个 --lead，其余写 --support。"
    raise Refusal("several_leads", "一件事只能有一个牵头单位，没有立项。", hint=hint, rule="D-17")


def common(login: str, key: str = "") -> dict[str, Any]:
    """Who, when, and under which key: what every use case is given."""
    at = now()
    return {"actor": actor_called(login, at), "at": at, "idempotency_key": key}


def day(given: datetime | None) -> date | None:
    """The day of a date option."""
    return given.date() if given else None


def table(rows: Iterable[Mapping[str, object]], columns: Sequence[str], *, as_json: bool) -> None:
    """Rows as lines of columns parted by two blanks, or as one JSON object a line."""
    for row in rows:
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False, default=str))
        else:
            click.echo("  ".join(str(row[name] or "—") for name in columns))
