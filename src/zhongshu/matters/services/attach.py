from collections.abc import Iterable
from datetime import datetime

from zhongshu.matters.models import Attachment, AttachmentRole, Matter
from zhongshu.platform.files.models import File


def attach(matter: Matter, files: Iterable[File], *, role: AttachmentRole, at: datetime) -> list[Attachment]:
    """Make ``files`` part of a matter, in the role given."""
    return [
        Attachment.objects.get_or_create(matter=matter, file=file, role=role, defaults={"at": at})[0]
        for file in files
    ]
