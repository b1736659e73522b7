"""What a paper over a selection of the ledger hands to the archive."""

from datetime import datetime

from zhongshu.archive.services import Package, attached_files, package_of
from zhongshu.matters.models import Matter
from zhongshu.supervision.models import Paper


def packed_paper(paper: Paper, matter: Matter, *, at: datetime) -> Package:
    """The archival package of an issued paper that is filed as ``matter``: its files, what it is about."""
    return package_of(matter, at=at, files=attached_files(matter), metadata=_facts(paper, matter))


def _facts(paper: Paper, matter: Matter) -> dict[str, object]:
    replaces = paper.replaces.number if paper.replaces else None
    return {
        **matter.as_facts(),
        "paper": str(paper.get_kind_display()),
        "issued_at": paper.issued_at,
        "issued_by": paper.issued_by.name if paper.issued_by else "",
        "selection": paper.selection,
        "said": paper.said,
        "replaces_number": str(replaces or ""),
        "reason": paper.reason,
    }
