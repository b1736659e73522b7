from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail


def refuse_evidence(
    directive: Directive,
    attachment_ids: Sequence[int],
    reason: str,
    *,
    actor: Actor,
    at: datetime,
    accepting: bool = False,
) -> None:
    """The verifier does not take some evidence: it stays among the papers, marked so, and proves nothing (part of a use case).

    Only the unit replaces evidence; ``accepting`` on the rest asks that there is a rest (D-25).
    """
    if not attachment_ids:
        return
    words = reasons.given(reason, _("请写明哪份佐证为什么不认可。"), rule="D-25")
    matter = directive.matter
    refused = matters.supersede(matter, attachment_ids, into=AttachmentRole.REFUSED)
    left = matter.attachments.filter(role=AttachmentRole.EVIDENCE).count()
    if accepting:
        rules.D_25_still_proven(left=left).require(at="refused_ids")
    names = "、".join(f"“{one.file.name}”" for one in refused)
    trail.record(directive, "evidence_refused", actor=actor, at=at, names=names, reason=words)
