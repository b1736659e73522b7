from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ninja.params.models import BodyModel

from zhongshu.api.v1 import api

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"


def test_the_addresses_named_in_the_reference_exist() -> None:
    words = REFERENCE.read_text(encoding="utf-8")
    paths = set(api.get_openapi_schema()["paths"])
    for named in ("/api/v1/boxes/{box}", "/api/v1/directives/{directive_id}/signature", "/api/v1/files"):
        assert named in paths
        assert named.split("{")[0].removeprefix("/api/v1") in words


def test_no_words_are_taken_without_a_limit() -> None:
    views = (view for _prefix, router in api._routers for view in router.path_operations.values())
    models = (model for view in views for one in view.operations for model in one.models)
    sent = [model.model_json_schema() for model in models if issubclass(model, BodyModel)]
    assert len(sent) > 100
    assert sorted({place for body in sent for place in unlimited(body, body.get("$defs", {}))}) == []


def unlimited(schema: Mapping[str, Any], parts: Mapping[str, Any], place: str = "") -> Iterator[str]:
    """Where in a body words are taken of any length."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        yield from unlimited(parts[name], parts, name)
    told = schema.keys() & {"maxLength", "enum", "const", "format", "pattern"}
    if schema.get("type") == "string" and not told:
        yield place
    for name, one in schema.get("properties", {}).items():
        yield from unlimited(one, parts, f"{place}.{name}")
    within = [schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", [])]
    for one in within:
        if isinstance(one, dict):
            yield from unlimited(one, parts, place)
