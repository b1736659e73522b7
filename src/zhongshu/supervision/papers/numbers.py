"""The series from which papers take their numbers: one for each kind and organ (rules W-04, X-02)."""

from django.conf import settings

from zhongshu.org.models import Unit
from zhongshu.platform.numbering import services as numbering
from zhongshu.supervision.models import PaperKind


def series_of(organ: Unit, kind: str) -> str:
    """The code of the series of an organ's papers of this kind, opened at its first use."""
    code = f"supervision-paper:{organ.pk}:{kind}"
    title = f"{_prefix(organ)}{PaperKind(kind).label}"
    numbering.open_series(code, title=title, pattern=_pattern(organ, kind))
    return code


def blank_number(organ: Unit, kind: str, year: int) -> str:
    """The number of a draft, with its place left empty."""
    return _pattern(organ, kind).replace("{year}", str(year)).replace("{n}", "　")


def _pattern(organ: Unit, kind: str) -> str:
    pattern = str(settings.RULES["W-04.papers"][kind])
    return pattern.replace("{prefix}", _prefix(organ))


def _prefix(organ: Unit) -> str:
    return organ.number_prefix or organ.short_name
