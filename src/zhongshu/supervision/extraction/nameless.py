"""A stretch of text that names nobody to act: what can make it a duty all the same."""

from __future__ import annotations

from .casting import Segment
from .decided import sets_up
from .projects import names_project
from .segmentation import clauses
from .weights import WEIGHTS

# What modality, a verb and reporting come to, where nobody is named to act and nothing is dated, counted or paced.
WITHOUT_ACTOR = sum(WEIGHTS[sign] for sign in ("modality", "verb.deliverable", "verb.reporting"))


def says_too_little(norm: str, segment: Segment) -> bool:
    """Whether neither an actor nor a date speaks for a segment without number and cycle, nor a decision or project."""
    if segment.actor or segment.cast or segment.dues or sets_up(norm, segment):
        return False
    return not names_project(norm, clauses(norm, segment.predicate, segment.end))
