"""Use cases laid open to programs by declaration: a line says where, and how the outcome is told.

What is taken in follows from the use case itself: its arguments less who, when and what the address says.
"""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any, get_type_hints

from ninja import Router, Schema
from ninja.responses import Status
from pydantic import StringConstraints, create_model

from zhongshu.api.auth import common
from zhongshu.api.schemas.sent import Sent
from zhongshu.api.uploads import own_files
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.requests import Request
from zhongshu.platform.files.models import File

ALWAYS = {"actor", "at"}
IN_ADDRESS = re.compile(r"{(\w+)}")
Words = dict[str, Any]
Read = Callable[[Any, Actor], Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One use case under its address.

    ``run``    the service, called with the words of the body, those of the address and the common arguments.
    ``title``  what it is called in the reference, in the language of the office.
    ``words``  types of arguments that are narrower than the service says: codes to choose from, lengths.
    ``called`` the name of the URL where one service has several addresses.
    ``body``   where the arguments are no plain words: the schema sent, and ``read``, which makes them of it.
    """

    path: str
    title: str
    run: Callable[..., Any]
    words: Mapping[str, Any] = field(default_factory=dict)
    body: type[Schema] | None = None
    read: Read | None = None
    status: int = 200
    called: str = ""

    @property
    def name(self) -> str:
        """Name of the URL: floor and service, unless ``called`` says otherwise."""
        return self.called or f"{self.run.__module__.split('.')[1]}_{self.run.__name__}"


def expose(
    router: Router, offers: Sequence[Offer], *, answer: type[Schema], tell: Callable[[Request, Any], Schema]
) -> None:
    """Add a POST for each of ``offers``; ``tell`` makes the body of the answer from what the service returned."""
    for one in offers:
        endpoint = _endpoint(one, tell)
        router.post(one.path, response={one.status: answer}, summary=one.title, url_name=one.name)(endpoint)


def _endpoint(one: Offer, tell: Callable[[Request, Any], Schema]) -> Callable[..., Status[Schema]]:
    in_address = IN_ADDRESS.findall(one.path)
    taken = _taken(one, in_address)
    body = one.body or _body(one, taken)
    read = one.read or _plainly

    def endpoint(request: Request, **sent: Any) -> Status[Schema]:
        given = sent.pop("body", None)
        words = read(given, request.actor) if given is not None else {}
        done = one.run(**sent, **words, **common(request))
        return Status(one.status, tell(request, done))

    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    asked = [inspect.Parameter("request", kind, annotation=Request)]
    asked += [inspect.Parameter(name, kind, annotation=int) for name in in_address]
    asked += [inspect.Parameter("body", kind, annotation=body)] if body else []
    endpoint.__signature__ = inspect.Signature(asked)  # type: ignore[attr-defined]
    endpoint.__name__ = endpoint.__qualname__ = one.name
    endpoint.__doc__ = inspect.getdoc(one.run)
    return endpoint


def _taken(one: Offer, in_address: Sequence[str]) -> dict[str, inspect.Parameter]:
    """The arguments of the service that the body brings."""
    known = {*ALWAYS, *in_address, "idempotency_key"}
    return {name: p for name, p in inspect.signature(one.run).parameters.items() if name not in known}


def _body(one: Offer, taken: Mapping[str, inspect.Parameter]) -> type[Schema] | None:
    hints, fields = get_type_hints(inspect.unwrap(one.run)), dict[str, Any]()
    for name, parameter in taken.items():
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        if hints[name] == Sequence[File]:
            fields["file_ids"] = (list[int], [])
        elif hints[name] is File:
            fields[f"{name}_id"] = (int, ...)
        else:
            fields[name] = (one.words.get(name) or hints[name], default)
    title = "".join(part.title() for part in one.name.split("_"))
    return create_model(title, __base__=Sent, **fields) if fields else None


def text(most: int, *, least: int = 0) -> Any:
    """Words of at most ``most`` characters."""
    return Annotated[str, StringConstraints(max_length=most, min_length=least)]


def _plainly(body: Schema, actor: Actor) -> Words:
    """The fields as they are; files by the ids of what ``actor`` has uploaded."""
    words = {name: getattr(body, name) for name in type(body).model_fields}
    if "file_ids" in words:
        words["files"] = own_files(actor, words.pop("file_ids"))
    for name in [one for one in words if one in FILES]:
        words[FILES[name]] = own_files(actor, [words.pop(name)])[0]
    return words


FILES = {"evidence_id": "evidence", "file_id": "file"}
"""Arguments that are one file, by the name under which its id is sent."""
