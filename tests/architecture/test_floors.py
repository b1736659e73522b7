"""What the import graph cannot show: foreign keys and templates point down, like imports."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLResolver, get_resolver
from tests.architecture.source import PACKAGE, floor_of, floors

APPS = {config.label: config.name for config in apps.get_app_configs() if config.name.startswith("zhongshu.")}
EXTENDED = re.compile(r"""{%\s*(?:extends|include)\s+["']([\w-]+)/""")
LINKED = re.compile(r"""{%\s*url\s+["']([\w-]+):""")
TEMPLATES = sorted(path for path in PACKAGE.rglob("*.html") if "templates" in path.parts)


def foreign_keys() -> Iterator[tuple[str, str, str]]:
    for model in apps.get_models():
        if not model.__module__.startswith("zhongshu."):
            continue
        for field in model._meta.get_fields():
            target = field.related_model
            if field.is_relation and not field.auto_created and isinstance(target, type):
                yield f"{model._meta.label}.{field.name}", model.__module__, target.__module__


def is_upward(here: str, there: str) -> bool:
    """Whether ``there`` is above ``here`` or beside it; all names dotted."""
    if not there.startswith("zhongshu.") or floor_of(here) == floor_of(there):
        return False
    return floors()[floor_of(there)] >= floors()[floor_of(here)]


def test_foreign_keys_point_down() -> None:
    upward = [f"{name} → {target}" for name, here, target in foreign_keys() if is_upward(here, target)]
    assert upward == []


def test_the_measure_tells_up_from_down() -> None:
    assert is_upward("zhongshu.org.models", "zhongshu.matters.models")
    assert is_upward("zhongshu.portal.views", "zhongshu.api.views")
    assert not is_upward("zhongshu.matters.models", "zhongshu.org.models")


def namespaces() -> dict[str, str]:
    """App name of each URL namespace."""
    found = {}
    for resolver in get_resolver().url_patterns:
        if isinstance(resolver, URLResolver) and resolver.namespace:
            module = getattr(resolver.urlconf_name, "__name__", str(resolver.urlconf_name))
            found[str(resolver.namespace)] = module
    return found


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_templates_extend_and_include_downward(template: Path) -> None:
    here = "zhongshu." + ".".join(template.relative_to(PACKAGE).parts)
    words = EXTENDED.findall(template.read_text(encoding="utf-8"))
    upward = [word for word in words if is_upward(here, APPS[word])]
    assert upward == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_templates_link_downward(template: Path) -> None:
    here = "zhongshu." + ".".join(template.relative_to(PACKAGE).parts)
    spaces = namespaces()
    upward = [
        word for word in LINKED.findall(template.read_text(encoding="utf-8"))
        if is_upward(here, spaces.get(word, "django"))
    ]  # fmt: skip
    assert upward == []
