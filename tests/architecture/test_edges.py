"""The edges translate in and out: they read through queries and write through services."""

import ast
from pathlib import Path

from tests.architecture.source import modules, short, tree

EDGES = ("views", "api", "jobs", "templatetags")
WRITING = {"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}


def is_edge(path: Path) -> bool:
    """Whether the module is (in) one of the rooms at an app's edge; the apps api and jobs are not meant."""
    within = path.parts[path.parts.index("zhongshu") + 1 :]
    inner = within[2:] if within[0] == "platform" else within[1:]
    return any(Path(part).stem in EDGES for part in inner)


def reaches(source: ast.AST) -> list[str]:
    """What in ``source`` goes around queries and services."""
    found = []
    for node in ast.walk(source):
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager"}:
            found.append(f"line {node.lineno}: .{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITING:
            found.append(f"line {node.lineno}: .{node.func.attr}()")
    return found


def test_edges_do_not_touch_the_database() -> None:
    assert {
        short(path): found for path in modules() if is_edge(path) and (found := reaches(tree(path)))
    } == {}


def test_the_measure_sees_what_it_should() -> None:
    assert reaches(ast.parse("Matter.objects.filter(pk=1)"))
    assert reaches(ast.parse("matter.save()"))
    assert not reaches(ast.parse("services.open_matter(actor=actor, at=at)"))
    assert is_edge(Path("src/zhongshu/platform/accounts/views/session.py"))
    assert not is_edge(Path("src/zhongshu/platform/jobs/services/run.py"))
