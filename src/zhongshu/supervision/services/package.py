"""What a closed matter hands to the archive."""

from zhongshu.archive.package import Package, PackagedFile
from zhongshu.matters import queries as matters
from zhongshu.supervision.models import Directive


def package_of(directive: Directive, *, year: int, retention: str) -> Package:
    """The archival package of a closed matter: its facts, its files, its whole journal."""
    matter = directive.matter
    files = tuple(
        PackagedFile(name=attached.file.name, title=attached.get_role_display(), blob=attached.file.blob)
        for attached in matters.attachments(matter)
    )
    return Package(
        matter=matter,
        organ=matter.organ,
        title=matter.title,
        year=year,
        retention=retention,
        metadata=_facts(directive),
        files=files,
        stream=matter.stream,
    )


def _facts(directive: Directive) -> dict[str, object]:
    return {
        **directive.matter.as_facts(),
        "origin": directive.origin,
        "source_title": directive.source_title,
        "source_excerpt": directive.source_excerpt,
        "basis": directive.basis,
        "approver": directive.approver.name if directive.approver else "",
        "lead_unit": directive.matter.lead_unit.name if directive.matter.lead_unit else "",
        "instruction": directive.instruction,
        "feedback": directive.feedback,
        "answer": directive.answer,
        "returns": directive.returns,
        "extensions": directive.extensions,
    }
