"""What upper floors tell about the people behind accounts. Filled once, in ``AppConfig.ready``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """The person behind an account: name, and where he sits, as shown."""

    name: str
    place: str = ""


HoldersOf = Callable[[Iterable[int]], Mapping[int, Holder]]
AccountsOf = Callable[[str], Iterable[int]]

_holders: list[HoldersOf] = []
_found: list[AccountsOf] = []


def register(*, holders_of: HoldersOf, accounts_of: AccountsOf) -> None:
    """Say who holds accounts.

    ``holders_of(user ids)``  the holders by user id; accounts without a person are left out.
    ``accounts_of(words)``    ids of the accounts of people so called.
    """
    _holders[:] = [holders_of]
    _found[:] = [accounts_of]


def holders(user_ids: Iterable[int]) -> dict[int, Holder]:
    """The holders of these accounts, as far as there are any."""
    wanted = list(user_ids)
    return {key: one for ask in _holders for key, one in ask(wanted).items()}


def accounts_called(words: str) -> list[int]:
    """Accounts of people called so."""
    return [pk for ask in _found for pk in ask(words)]
