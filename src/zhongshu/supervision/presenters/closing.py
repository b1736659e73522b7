"""What must be there before a matter is struck off, told before somebody presses (rule D-25)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive

Check = tuple[bool, str]


def before_closing(directive: Directive, evidence: int) -> Iterator[Check]:
    """Each thing asked for, whether it is there, in a sentence; ``evidence`` is how many files prove it."""
    verifier = directive.verified_by
    yield (
        verifier is not None,
        _("已由%(name)s审核通过") % {"name": verifier} if verifier else _("还没有审核通过"),
    )
    yield (
        evidence > 0,
        _("佐证材料 %(n)s 件") % {"n": evidence} if evidence else _("没有佐证材料，请退回补充"),
    )
    if directive.instructed_by_id:
        told = directive.answered_at is not None
        yield told, _("已向批示领导回告") if told else _("还没有向批示领导回告，请先回告")
    parts = len(queries.open_children(directive.pk))
    if parts:
        yield False, _("还有 %(n)s 项分解任务没有销号") % {"n": parts}
