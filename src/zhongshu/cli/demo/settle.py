"""Founding the fictional city: units, posts, people, accounts, the cast of the log-in page."""

from datetime import datetime

from zhongshu.cli.demo.places import ADMINISTRATORS, CAST_EXTRA, PLACES, SEATS, Place, Seat
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day
from zhongshu.org import services as org
from zhongshu.org.models import Person, Unit
from zhongshu.platform.accounts import services as accounts
from zhongshu.platform.accounts.models import User

ADMIN_LABELS = {
    "system": "只管系统：运行情况、封存",
    "security": "只管账号：开通、停用、授权",
    "audit": "只管留痕：查阅、校验、导出",
}


def settle(*, at: datetime, password: str) -> None:
    """Found the city as of ``at``; every account opens with ``password``."""
    units: dict[str, Unit] = {}
    for order, place in enumerate(PLACES):
        units[place.code] = _unit(place, units, order, at)
    digest = accounts.hashed(password)
    for number, seat in enumerate(SEATS, 1):
        _person(seat, units[seat.unit], number, digest, at)
    for login, name, role in ADMINISTRATORS:
        _administrator(login, name, role, units["lz"], digest, at)
    _invite(at)


def cast() -> list[tuple[str, str, str]]:
    """Who may be entered as with one click: log-in, name, what to try."""
    people = [(seat.login, seat.name, seat.cast or CAST_EXTRA.get(seat.login, "")) for seat in SEATS]
    return [one for one in people if one[2]] + [
        (login, name, ADMIN_LABELS[role]) for login, name, role in ADMINISTRATORS
    ]


def _unit(place: Place, units: dict[str, Unit], order: int, at: datetime) -> Unit:
    unit = org.open_unit(
        actor=SYSTEM,
        code=place.code,
        name=place.name,
        short_name=place.short,
        kind=place.kind,
        parent_id=units[place.above].pk if place.above else None,
        number_prefix=place.prefix,
        fonds_code=place.fonds,
        order=order,
        at=at,
    )
    for alias in place.aliases:
        org.add_alias(actor=SYSTEM, unit_id=unit.pk, name=alias, source="import", at=at)
    return unit


def _person(seat: Seat, unit: Unit, number: int, digest: str, at: datetime) -> None:
    person = org.enter_person(actor=SYSTEM, name=seat.name, staff_number=f"LZ{number:03d}", at=at)
    post = org.create_post(
        actor=SYSTEM, unit_id=unit.pk, title=seat.title, duties=[str(duty) for duty in seat.duties], at=at
    )
    org.appoint(actor=SYSTEM, person_id=person.pk, post_id=post.pk, starts_on=local_day(at), at=at)
    _account(person, seat.login, digest, at)


def _administrator(login: str, name: str, role: str, unit: Unit, digest: str, at: datetime) -> None:
    person = org.enter_person(actor=SYSTEM, name=name, staff_number=login, at=at)
    post = org.create_post(actor=SYSTEM, unit_id=unit.pk, title=name, duties=[], at=at)
    org.appoint(actor=SYSTEM, person_id=person.pk, post_id=post.pk, starts_on=local_day(at), at=at)
    _account(person, login, digest, at, role)


def _account(person: Person, login: str, digest: str, at: datetime, role: str = "") -> None:
    person.user = accounts.open_account(
        actor=SYSTEM, username=login, password_hash=digest, must_change=False, admin_role=role, at=at
    )
    person.save(update_fields=["user"])


def _invite(at: datetime) -> None:
    for order, (login, name, label) in enumerate(cast(), 1):
        user = User.objects.get(username=login)
        accounts.invite_demo_guest(actor=SYSTEM, user_id=user.pk, name=name, label=label, order=order, at=at)
