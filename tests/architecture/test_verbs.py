"""Every verb that is journalled has its sentence, so that no timeline ever reads like a log."""

import ast

from tests.architecture.source import modules, short, tree

from zhongshu.platform.journal import sentences


def verbs(source: ast.AST) -> list[str]:
    """The verbs named in calls, as ``verb="…"``."""
    keywords = (node for node in ast.walk(source) if isinstance(node, ast.keyword) and node.arg == "verb")
    return [
        one.value.value
        for one in keywords
        if isinstance(one.value, ast.Constant) and isinstance(one.value.value, str)
    ]


def test_every_verb_has_a_sentence() -> None:
    used = {verb: short(path) for path in modules() for verb in verbs(tree(path))}
    known = sentences.registered()
    assert used, "no verb found: the measure is blind"
    assert {verb: place for verb, place in used.items() if verb not in known} == {}


def test_the_measure_sees_what_it_should() -> None:
    assert verbs(ast.parse('journal.record(stream=s, verb="files.stored", actor=a, at=at)')) == [
        "files.stored"
    ]
    assert verbs(ast.parse("journal.record(stream=s, verb=verb, actor=a, at=at)")) == []
