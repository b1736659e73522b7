import re
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.platform.files import depot, readers
from zhongshu.platform.files.kinds import Kind, kind_of
from zhongshu.platform.files.models import Blob, File
from zhongshu.platform.files.services.secrecy import refuse_secrets
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.usecases.undo import on_failure

_UNSEEN = {"Cc", "Cf", "Zl", "Zp"}  # control, direction, joining, breaking
_MAX_NAME = 200


@use_case("files.store")
def store(*, actor: Actor, stream: IO[bytes], name: str, at: datetime) -> File:
    """Take in a file: looked through first, then kept once under its digest.

    ``stream`` is anything with ``read`` (an UploadedFile, an open file); ``name`` what its owner calls it.
    Raises Unacceptable: empty, too large, encrypted, broken, of another type than it says, made to
    burst, or bearing a secrecy mark. After a refusal or a roll-back no byte of it is left.
    """
    name = clean_name(name)
    with depot.spooled(stream) as bytes_in:
        kind = kind_of(bytes_in.path, name)
        refuse_secrets(Path(name).stem, actor=actor, at=at)
        refuse_secrets(_faces(kind, bytes_in.path), actor=actor, at=at)
        blob = _kept(bytes_in, kind, at)
    file = File.objects.create(blob=blob, name=name, uploaded_by=actor.person_id, uploaded_at=at)
    facts = {"name": name, "sha256": blob.sha256, "sm3": blob.sm3, "size": blob.size}
    journal.record(stream=f"file:{file.pk}", verb="files.stored", actor=actor, at=at, data=facts)
    return file


def clean_name(name: str) -> str:
    """A name without path and without characters that nobody sees (some turn the direction), at most 200 long."""
    bare = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    bare = "".join(letter for letter in bare if unicodedata.category(letter) not in _UNSEEN).strip(" .")
    ending = Path(bare).suffix
    return (bare.removesuffix(ending)[: _MAX_NAME - len(ending)] + ending) or _("未命名")


def _faces(kind: Kind, path: Path) -> str:
    """Where a mark may stand; pictures have no text to look through."""
    reader = readers.FACES.get(kind.code)
    return reader(path) if reader else ""


def _kept(bytes_in: depot.Spooled, kind: Kind, at: datetime) -> Blob:
    facts = {"sm3": bytes_in.sm3, "size": bytes_in.size, "media_type": kind.media_type, "stored_at": at}
    blob, fresh = Blob.objects.get_or_create(sha256=bytes_in.sha256, defaults=facts)
    if fresh or not depot.place_of(blob.sha256).exists():
        inode = depot.settle(bytes_in)
        on_failure(lambda: depot.remove(bytes_in.sha256, inode=inode))
    return blob
