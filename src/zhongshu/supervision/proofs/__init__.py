"""What evidence, closed matters and brought-in texts still leave open."""

from zhongshu.supervision.proofs.coverage import Sentence, Sign, coverage, signs, unresolved, without
from zhongshu.supervision.proofs.drawing import is_draw_due, last_draw, sampled_until
from zhongshu.supervision.proofs.evidence import Asked, questions

__all__ = [
    "Asked",
    "Sentence",
    "Sign",
    "coverage",
    "is_draw_due",
    "last_draw",
    "questions",
    "sampled_until",
    "signs",
    "unresolved",
    "without",
]
