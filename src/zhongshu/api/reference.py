"""The reference of the API as a plain page, drawn from its OpenAPI description: no CDN, no script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from zhongshu.api.v1 import api
from zhongshu.kernel.requests import Request
from zhongshu.ui.pages import page

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter or a field of a body."""

    name: str
    kind: str
    required: bool
    note: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked for."""

    method: str
    path: str
    title: str
    note: str
    fields: tuple[Field, ...]
    answer: str


@require_safe
def show(request: Request) -> HttpResponse:
    """All operations, grouped as in the description."""
    described = api.get_openapi_schema()
    about = _(described["info"]["description"])
    return page(request, "api/reference.html", groups=_groups(described), about=about)


def _groups(described: Schema) -> dict[str, list[Operation]]:
    groups: dict[str, list[Operation]] = {}
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            tag = _(operation["tags"][0])
            groups.setdefault(tag, []).append(_operation(method.upper(), path, operation, described))
    return groups


def _operation(method: str, path: str, operation: Schema, described: Schema) -> Operation:
    fields = (*_parameters(operation, described), *_body(operation, described))
    return Operation(
        method, path, _(operation["summary"]), operation.get("description", ""), fields, _answer(operation)
    )


def _parameters(operation: Schema, described: Schema) -> Iterator[Field]:
    for one in operation.get("parameters", ()):
        yield _field(one["name"], one["schema"], one.get("required", False))


def _body(operation: Schema, described: Schema) -> Iterator[Field]:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = _resolved(content["schema"], described)
        for name, one in schema.get("properties", {}).items():
            yield _field(name, one, name in schema.get("required", ()))


def _resolved(schema: Schema, described: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    found: Schema = described["components"]["schemas"][_last(schema["$ref"])]
    return found


def _field(name: str, schema: Schema, required: bool) -> Field:
    note = str(schema.get("description", ""))
    return Field(name, _kind(schema), required, note and _(note))


def _kind(schema: Schema) -> str:
    if "$ref" in schema:
        return _last(schema["$ref"])
    for several in ("anyOf", "allOf"):
        if several in schema:
            return " | ".join(_kind(one) for one in schema[several])
    if schema.get("type") == "array":
        return f"{_kind(schema['items'])}[]"
    return str(schema.get("format") or schema.get("type") or schema.get("const", ""))


def _answer(operation: Schema) -> str:
    for status, answer in operation.get("responses", {}).items():
        for content in answer.get("content", {}).values():
            return f"{status} {_kind(content['schema'])}"
        return str(status)
    return ""


def _last(reference: str) -> str:
    return reference.rpartition("/")[2]
