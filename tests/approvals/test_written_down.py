"""What the page on writing routes shows is a route, a sound one, and names every word that the reader takes."""

import json
import re
from pathlib import Path

from tests.approvals.test_checks import facts
from zhongshu.approvals import grammar
from zhongshu.approvals.checks import Place, check, notes
from zhongshu.approvals.grammar import (
    How,
    OnEmpty,
    OnRepeat,
    OnSelf,
    Overtime,
    Power,
    Right,
    Stage,
    TieKind,
    WhoKind,
)
from zhongshu.approvals.grammar.conditions import OPERATORS

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "routes.md").read_text("utf-8")
(EXAMPLE,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


def test_the_example_is_sound() -> None:
    plan = grammar.read(json.loads(EXAMPLE))

    def cast(stage: Stage, place: Place) -> list[int]:
        return [] if stage.who.kind == WhoKind.CHOSEN else [4]

    asked = facts(cast=cast, above=lambda person: [3])
    assert check(plan, asked) == [] and notes(plan, asked) == []


def test_every_word_of_the_grammar_is_explained() -> None:
    words = {
        *OPERATORS,
        *(
            one
            for kind in (How, OnEmpty, OnRepeat, OnSelf, Overtime, Power, Right, TieKind, WhoKind)
            for one in kind
        ),
    }
    assert {word for word in words - {Power.NONE, Power.APPLY} if f"`{word}`" not in PAGE} == set()
