"""Words set off from the others of their cell, in bold, underlined or in a colour: how some offices mark who leads."""

from __future__ import annotations

from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock

from .units import read_units


def words_set_off(value: CellRichText, font: Any) -> tuple[str, ...]:
    """The words in bold, underlined or in a colour among plain ones; none where all of them are, or struck out.

    ``font``: that of the cell, for words without one of their own.
    """
    runs = [(str(run), run.font if isinstance(run, TextBlock) else font) for run in value if str(run).strip()]
    told = tuple(text for text, own in runs if _stands_out(own))
    return told if len(told) < len(runs) else ()


def _stands_out(font: Any) -> bool:
    if not font or font.strike:
        return False
    colour = font.color.rgb if font.color is not None and font.color.type == "rgb" else None
    return bool(font.b or font.u or (isinstance(colour, str) and not colour.endswith("000000")))


def leading(text: str, words: tuple[str, ...]) -> str:
    """The ``text`` of a cell of units with those set off marked as leading, unless all are or it says itself who leads."""
    told = read_units(text)
    leads = {name for word in words for name in read_units(word.strip("、，,；;\n ")).lead}
    if told.support or not leads & set(told.lead) or leads.issuperset(told.lead):
        return text
    return "、".join(f"{name}（牵头）" if name in leads else name for name in told.lead)
