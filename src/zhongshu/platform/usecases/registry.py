"""``@use_case``: what every change of state passes through."""

import functools
import hashlib
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any, ParamSpec, TypeVar, cast

from django.apps import apps
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.digests import digest
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.aftermath import remembering, under_way
from zhongshu.platform.usecases.models import Receipt
from zhongshu.platform.usecases.typed import look_at
from zhongshu.platform.usecases.undo import undoing

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class UseCase:
    """One thing that can be done: its name, the function that does it, its signature."""

    name: str
    function: Callable[..., object]

    @property
    def signature(self) -> inspect.Signature:
        return inspect.signature(self.function)


USE_CASES: dict[str, UseCase] = {}


class Unjournalled(AssertionError):
    """A use case changed something and told nobody: a programmer's error, never shown as a refusal."""


def use_case(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a use case called ``name``.

    It then runs in one transaction, must write the journal, and may be given
    ``idempotency_key``: the same actor repeating the same act under the same key gets the
    first outcome and nothing happens twice. The same key with other content is a Conflict.
    What a person typed for it is looked at last, so that who may not do it learns nothing else (see ``typed``).
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        if name in USE_CASES:
            raise ValueError(f"there is already a use case called {name}")
        USE_CASES[name] = UseCase(name, function)

        @functools.wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            if args:
                raise TypeError(f"{name} takes keyword arguments only")
            key = str(kwargs.pop("idempotency_key", "") or "")
            is_whole = under_way() is None  # what an act gives to others within it was not typed for them
            with remembering(), transaction.atomic(), undoing():  # undone while it can still be rolled back
                run_once = functools.partial(_once, key=key) if key else _carried_out
                outcome = run_once(name, function, kwargs)
                if is_whole:
                    look_at(kwargs)
                return outcome

        return cast(Callable[P, R], run)

    return wrap


def _carried_out(name: str, function: Callable[..., R], kwargs: dict[str, object]) -> R:
    before = journal.written()
    outcome = function(**kwargs)
    if journal.written() == before:
        raise Unjournalled(name)
    return outcome


def _once(name: str, function: Callable[..., R], kwargs: dict[str, object], key: str) -> R:
    actor, at = cast(Actor, kwargs["actor"]), cast(datetime, kwargs["at"])
    fingerprint = _fingerprint(kwargs)
    asked: dict[str, Any] = {"use_case": name, "actor_id": actor.person_id or 0, "key": key[:64]}
    if not Receipt.objects.take(**asked, fingerprint=fingerprint, at=at):
        return cast(R, _again(Receipt.objects.get(**asked), fingerprint))
    outcome = _carried_out(name, function, kwargs)
    Receipt.objects.note(_keep(outcome), **asked)
    return outcome


def _again(receipt: Receipt, fingerprint: str) -> Any:
    if receipt.fingerprint != fingerprint:
        raise Conflict("key_reused", _("这张表单已经提交过，内容不同。请刷新页面后重新填写。"))
    return _recall(receipt.outcome)


def _fingerprint(kwargs: dict[str, object]) -> str:
    told = [(k, _keep(v)) for k, v in sorted(kwargs.items()) if k not in {"actor", "at"}]
    return digest(repr(told).encode(), "sha256").hex()


def _keep(outcome: object) -> object:
    if outcome is None or isinstance(outcome, (str, int, float)):
        return outcome
    if isinstance(outcome, models.Model):
        return {"model": outcome._meta.label, "pk": outcome.pk}
    if isinstance(outcome, (list, tuple)):
        return [_keep(one) for one in outcome]
    if hasattr(outcome, "read") and hasattr(outcome, "seek"):
        return _digest_of(cast(IO[bytes], outcome))
    return repr(outcome)


def _digest_of(stream: IO[bytes]) -> str:
    """What an upload holds, so that the same file sent again counts as the same."""
    whole = hashlib.sha256()
    stream.seek(0)
    while step := stream.read(1 << 20):
        whole.update(step)
    stream.seek(0)
    return whole.hexdigest()


def _recall(kept: object) -> object:
    if isinstance(kept, dict):
        return apps.get_model(kept["model"])._default_manager.get(pk=kept["pk"])
    if isinstance(kept, list):
        return [_recall(one) for one in kept]
    return kept


@contextmanager
def together(**given: object) -> Iterator[None]:
    """Around several acts that stand or fall together; ``given`` is what was typed for them, with ``actor`` and ``at``."""
    with remembering(), transaction.atomic(), undoing():
        yield
        look_at(given)
