"""Goal paragraphs: a row of indicators is one duty with many targets, whatever full stops stand between."""

from __future__ import annotations

import re

from .dates import Found
from .projects import lists_projects
from .segmentation import Sentence
from .targets import Figure
from .tenses import says_done, tells_past
from .vocabulary_cues import DEFINITION, GOAL

_SHORT = 90
_STRICTNESS = re.compile(r"左右|以上|以内|以下")


def figures_in(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """The figures of ``sentence`` that measure something."""
    return [f for f in figures if sentence.start <= f.start < sentence.end and (f.qualified or f.measured)]


def is_goal(norm: str, sentence: Sentence, figures: list[Figure], dues: list[Found]) -> bool:
    """Whether ``sentence`` is a row of indicators to reach (two or more, as a goal, not a result)."""
    here = figures_in(sentence, figures) if len(figures) > 1 else []
    text = norm[sentence.start : sentence.end]
    if len(here) < 2 or tells_past(text) or DEFINITION.search(text):
        return False
    if lists_projects(norm, sentence.start, sentence.end):
        return False
    if GOAL.search(text) or any(sentence.start <= d.start < sentence.end and d.firm for d in dues):
        return True
    return bool(_STRICTNESS.search(text)) and not reports_results(here) and "年均" not in text


def reports_results(figures: list[Figure]) -> bool:
    """Goals are round (50家, 5.5%, 3000亿元); results are not (52.3万人, 4865公里)."""
    exact = [f for f in figures if len(f.target.value.replace(".", "").strip("0")) > 2]
    return len(exact) * 2 >= len(figures) > 0


def merge_goals(
    norm: str, sentences: list[Sentence], figures: list[Figure], dues: list[Found]
) -> list[Sentence]:
    """Join 到2020年，全面完成约束性指标。 with the indicators that follow, and these with each other."""
    if len(figures) < 2:
        return sentences
    out: list[Sentence] = []
    for sentence in sentences:
        last = out[-1] if out else None
        if last and not last.heading and _continues(norm, last, sentence, figures, dues):
            out[-1] = Sentence(last.start, sentence.end, last.block)
        else:
            out.append(sentence)
    return out


def _continues(
    norm: str, last: Sentence, sentence: Sentence, figures: list[Figure], dues: list[Found]
) -> bool:
    here = figures_in(sentence, figures)
    dated = any(sentence.start <= d.start < sentence.end and d.firm for d in dues)
    if dated or len(here) < 2 or says_done(norm[sentence.start : sentence.end]):
        return False
    opening = last.end - last.start < _SHORT and any(
        last.start <= d.start < last.end and d.firm for d in dues
    )
    return is_goal(norm, last, figures, dues) or (opening and len(figures_in(last, figures)) < 2)
