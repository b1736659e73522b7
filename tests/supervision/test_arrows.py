"""Table D-30, arrow by arrow: each has its use case, its button, its address in the API, and a test that names it."""

import inspect
import re
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE
from tests.supervision.lawful import MOVES
from zhongshu.platform.usecases.registry import USE_CASES
from zhongshu.supervision import deeds, policies, services
from zhongshu.supervision.models import State
from zhongshu.supervision.models.states import OPEN_STATES, TRANSITIONS

SERVICES = PACKAGE / "supervision" / "services"
DEEDS_OF_THE_API = (PACKAGE / "api" / "endpoints" / "deeds.py").read_text(encoding="utf-8")
TESTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in Path(__file__).parents[1].rglob("test_*.py")
    if path.name != Path(__file__).name
)
# event → the use case that is its arrow; archiving is part of closing out
USE_CASE = {
    "docket": "docket",
    "shelve": "shelve",
    "dispatch": "dispatch",
    "sign_for": "sign_for",
    "object": "object_to",
    "report": "report",
    "remind": "remind",
    "extend": "ask_extension",
    "suspend": "decide_suspension",
    "resume": "resume",
    "complete": "complete",
    "accept": "accept",
    "return_for_rework": "return_for_rework",
    "answer_leader": "answer_leader",
    "close_out": "close_out",
    "reopen": "reopen",
    "recheck": "recheck",
    "take_up_again": "take_up_again",
    "archive": "close_out",
    "instruct": "instruct",
    "transfer": "transfer",
    "terminate": "terminate",
}
# events by which a whole ledger is taken over, and taken back: from the page of the import, not of a matter
BY_IMPORT = {
    "take_over_finished": "import_ledger_rows",
    "take_over_dropped": "import_ledger_rows",
    "undo_import": "undo_imported_rows",
}
# verb of a button → the event behind it, where the names differ
OF_BUTTON = policies.EVENTS | {"close_out": "archive"}
ARROWS = sorted((event, start.value) for event, starts in TRANSITIONS.items() for start in starts)


def test_every_event_of_the_table_has_a_use_case_and_no_more() -> None:
    assert set(USE_CASE) | set(BY_IMPORT) == set(TRANSITIONS)
    known = {one.function.__name__ for name, one in USE_CASES.items() if name.startswith("supervision.")}
    assert set(USE_CASE.values()) | set(BY_IMPORT.values()) <= known


@pytest.mark.parametrize("event", sorted(USE_CASE))
def test_D_30_each_event_has_its_service_its_button_its_address_and_its_test(event: str) -> None:
    name = USE_CASE[event]
    assert callable(getattr(services, name))
    moved = [
        path.name
        for path in SERVICES.glob("*.py")
        if re.search(
            rf'(?:move|can|require|_end)\((?:actor, directive_id, )?"{event}"',
            path.read_text(encoding="utf-8"),
        )
    ]
    assert moved, f"no service moves a matter by {event}"
    verbs = {verb for deed in deeds.DEEDS for verb in deed.verbs}
    assert event in {OF_BUTTON.get(verb, verb) for verb in verbs} | (verbs & set(TRANSITIONS))
    assert f"services.{name}" in DEEDS_OF_THE_API
    assert re.search(rf"\bservices\.{name}\(|\"{name}\"", TESTS), f"no test calls {name}"


@pytest.mark.parametrize(("event", "start"), ARROWS)
def test_an_arrow_ends_where_a_state_is_declared(event: str, start: str) -> None:
    target = TRANSITIONS[event][State(start)]
    assert target in State
    if State(start) in OPEN_STATES and target not in OPEN_STATES:
        assert event in ("shelve", "close_out", "transfer", "terminate", *BY_IMPORT)


def test_every_arrow_that_moves_a_matter_is_one_of_the_table_and_no_more() -> None:
    """Held against a copy by hand: an arrow that is added or bent shows here."""
    open_names = {str(one.label) for one in OPEN_STATES}
    declared = {
        (event, str(start.label), str(end.label)) for event, starts in TRANSITIONS.items()
        if event not in BY_IMPORT for start, end in starts.items() if start != end
    }  # fmt: skip
    assert declared == {
        (event, start, end) for event, (given, end) in MOVES.items() for start in ({given} if given else open_names)
    }  # fmt: skip


def test_what_every_arrow_needs_is_asked_of_every_service() -> None:
    """Who, when and why: the actor, the moment, and a reason where a decision is taken."""
    for event in (
        "shelve",
        "object",
        "return_for_rework",
        "reopen",
        "take_up_again",
        "transfer",
        "terminate",
        "resume",
    ):
        given = inspect.signature(getattr(services, USE_CASE[event])).parameters
        assert {"actor", "at", "reason"} <= set(given), event


def test_no_way_leads_out_of_what_is_ended_but_the_archive() -> None:
    ended = set(State) - OPEN_STATES
    leaving = {
        (event, start) for event, starts in TRANSITIONS.items() for start, end in starts.items()
        if start in ended and end != start
    }  # fmt: skip
    undone = {("undo_import", State.CLOSED_OUT), ("undo_import", State.TERMINATED)}
    assert leaving == {("archive", State.CLOSED_OUT)} | undone
