"""What a closed matter hands to the archive."""

from datetime import datetime

from zhongshu.archive.services import Package, attached_files, package_of
from zhongshu.matters.models import Matter
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive

SOURCE = ("origin", "source_title", "source_number", "source_organ", "source_date", "source_excerpt", "basis")
TOLD = (*SOURCE, "instruction", "feedback", "answer", "returns", "extensions")
"""Fields of a directive that its package tells as they stand."""


def packed(directive: Directive, *, at: datetime) -> Package:
    """The archival package of a closed matter: its facts, its files, its whole journal."""
    files = attached_files(directive.matter)
    return package_of(directive.matter, at=at, files=files, metadata=_facts(directive))


def _facts(directive: Directive) -> dict[str, object]:
    matter = directive.matter
    return {
        **matter.as_facts(),
        **{name: getattr(directive, name) for name in TOLD},
        "approver": directive.approver.name if directive.approver else "",
        "lead_unit": matter.lead_unit.name if matter.lead_unit else "",
        **_succeeds(matter),
    }


def _succeeds(matter: Matter) -> dict[str, object]:
    """The package that this one succeeds, by its code and digests: what it says stays as it was deposited."""
    before = queries.predecessor(matter)
    if before is None:
        return {}
    deposit = before.deposit
    return {
        "succeeds_number": before.number,
        "succeeds_code": deposit.code,
        "succeeds_sha256": deposit.manifest_sha256,
        "succeeds_sm3": deposit.manifest_sm3,
    }
