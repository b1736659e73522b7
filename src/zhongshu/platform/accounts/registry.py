"""What upper floors tell about the people behind accounts. Filled once, in ``AppConfig.ready``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Holder:
    """The person behind an account: name, and where he sits, as shown."""

    name: str
    place: str = ""


HoldersOf = Callable[[Iterable[int]], Mapping[int, Holder]]
AccountsOf = Callable[[str], Iterable[int]]
HeldBy = Callable[[int], str]
LinkAccount = Callable[[str, int, Actor, datetime], None]

_holders: list[HoldersOf] = []
_found: list[AccountsOf] = []
_link: list[LinkAccount] = []
_held: list[HeldBy] = []


def register(
    *, holders_of: HoldersOf, accounts_of: AccountsOf, link_account: LinkAccount, held_by: HeldBy
) -> None:
    """Say who holds accounts.

    ``holders_of(user ids)``  the holders by user id; accounts without a person are left out.
    ``accounts_of(words)``    ids of the accounts of people so called.
    ``link_account(staff number, user id, actor, at)``  gives a person his account, or refuses.
    ``held_by(user id)``  what the person behind the account still holds of business, in words; "" where nothing.
    """
    _holders[:] = [holders_of]
    _found[:] = [accounts_of]
    _link[:] = [link_account]
    _held[:] = [held_by]


def holders(user_ids: Iterable[int]) -> dict[int, Holder]:
    """The holders of these accounts, as far as there are any."""
    wanted = list(user_ids)
    return {key: one for ask in _holders for key, one in ask(wanted).items()}


def accounts_called(words: str) -> list[int]:
    """Accounts of people called so."""
    return [pk for ask in _found for pk in ask(words)]


def still_held(user_id: int) -> str:
    """What the person behind the account still holds of business, in words; "" where nothing."""
    return "、".join(filter(None, (ask(user_id) for ask in _held)))


def link(staff_number: str, user_id: int, actor: Actor, at: datetime) -> None:
    """Give the person of this staff number the account; within the use case that opens it."""
    for give in _link:
        give(staff_number, user_id, actor, at)
