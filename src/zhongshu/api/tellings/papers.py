"""Slips and papers of supervision as answers."""

from typing import Any

from zhongshu.api.schemas import papers as told
from zhongshu.kernel.requests import Request
from zhongshu.supervision.models import Paper, Slip


def slip(found: Slip) -> told.Slip:
    """A slip with the names of those it went to."""
    words = {name: getattr(found, name) for name in told.Slip.model_fields if name != "to"}
    return told.Slip(**words, to=[person.name for person in found.to.all()])


def paper(found: Paper) -> told.Paper:
    """A paper, issued or a draft."""
    words: dict[str, Any] = {"title": str(found), "number": str(found.number or "")}
    words |= {name: getattr(found, name) for name in told.Paper.model_fields if name not in words}
    return told.Paper(**words)


def made(request: Request, found: Paper) -> told.Paper:
    """What an act has made of a paper."""
    return paper(found)
