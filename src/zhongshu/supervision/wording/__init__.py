"""How the verbs of supervision are told in a timeline: of matters, of the templates by which they go."""

from zhongshu.supervision.wording import chains, dates, endings, matters, names

__all__ = ["chains", "dates", "endings", "matters", "names"]
