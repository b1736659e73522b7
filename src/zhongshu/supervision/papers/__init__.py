"""What the papers of supervision say: words to begin with, facts from the data, the whole paper (rules L-06…L-30)."""

from zhongshu.supervision.papers.compose import composed
from zhongshu.supervision.papers.numbers import blank_number, series_of
from zhongshu.supervision.papers.selection import MOST_ROWS, Selection, filter_of, kept, selected
from zhongshu.supervision.papers.words import EXTENT, FIELDS, first_words

__all__ = [
    "EXTENT",
    "FIELDS",
    "MOST_ROWS",
    "Selection",
    "blank_number",
    "composed",
    "filter_of",
    "first_words",
    "kept",
    "selected",
    "series_of",
]
