"""Single cells: days, units and headings as offices write them; what is to be read of each lies in ``cells/``."""

import json
from pathlib import Path
from typing import Any

import pytest

from zhongshu.supervision.ledgers.deadlines import read_day
from zhongshu.supervision.ledgers.headings import part_of
from zhongshu.supervision.ledgers.units import read_units


def kept(name: str) -> Any:
    """The cells of one kind: ``[written, what is read of it…]`` each."""
    return json.loads((Path(__file__).parent / "cells" / f"{name}.json").read_text("utf-8"))


VOCABULARY: dict[str, list[str]] = kept("vocabulary")


@pytest.mark.parametrize(("written", "day"), kept("days"))
def test_reads_the_day(written: str | int | float, day: str | None) -> None:
    assert read_day(written, 2026) == day


@pytest.mark.parametrize(("written", "lead", "support"), kept("units"))
def test_tells_who_leads_and_who_supports(written: str, lead: list[str], support: list[str]) -> None:
    read = read_units(written)
    assert (list(read.lead), list(read.support)) == (lead, support)


@pytest.mark.parametrize(("written", "part"), kept("headings"))
def test_knows_the_heading(written: str, part: str) -> None:
    told = part_of(written)
    assert told is not None
    assert told[0] == part


@pytest.mark.parametrize("part", VOCABULARY)
def test_knows_what_offices_call_their_columns(part: str) -> None:
    told = {written: part_of(written) for written in VOCABULARY[part]}
    assert {written: hit for written, hit in told.items() if hit is None or hit[0] != part} == {}
