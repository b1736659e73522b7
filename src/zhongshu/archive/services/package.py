from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import BinaryIO

from zhongshu.archive import rules, settings
from zhongshu.archive.models import Retention
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter
from zhongshu.org.models import Unit
from zhongshu.platform.files.queries import open_for

Content = bytes | Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """One file to be kept.

    ``name``     the name it had; made safe for any file system when it is written.
    ``title``    what it is, for the file list: "办结报告".
    ``content``  its bytes, or a function that opens them for reading.
    ``sha256``   hex digest it had when it came in, or ""; a file that no longer has it is refused.
    """

    name: str
    title: str
    content: Content
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """What a domain hands to the archive, in the order in which it is to lie there (rule A-05 {S}).

    ``year``        the year it is filed under; ``retention`` how long it is kept.
    ``class_code``  the 机构（问题）代码 of the archival code.
    ``metadata``    term → value as the domain tells it, plain values only.
    ``journal``     the stream whose chain goes along, "" for none.
    """

    matter: Matter
    organ: Unit
    title: str
    year: int
    retention: Retention
    class_code: str
    files: tuple[PackagedFile, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    journal: str = ""
    retention_source: str = ""


def package_of(
    matter: Matter,
    *,
    at: datetime,
    files: tuple[PackagedFile, ...] = (),
    metadata: Mapping[str, object] | None = None,
    class_code: str = "",
    retention: Retention | None = None,
    retention_source: str = "",
) -> Package:
    """A package of ``matter``; what the domain leaves open the filing scheme gives."""
    scheme, source = rules.A_03_retention(matter)
    return Package(
        matter=matter,
        organ=matter.organ,
        title=matter.title,
        year=rules.A_07_year(matter, at),
        retention=retention or scheme,
        class_code=class_code or settings.class_code(),
        files=files,
        metadata=dict(metadata or {}),
        journal=matter.stream,
        retention_source=retention_source or ("" if retention else source),
    )


def attached_files(matter: Matter) -> tuple[PackagedFile, ...]:
    """The files of a matter as they are kept, each under what it is to the matter."""
    return tuple(
        PackagedFile(
            name=attached.file.name,
            title=attached.get_role_display(),
            content=partial(open_for, attached.file),
            sha256=attached.file.blob.sha256,
        )
        for attached in matters.attachments(matter)
    )
