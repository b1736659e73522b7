"""Files named by their ids in a deed: only one's own uploads can be named."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.files.models import File


def own_files(actor: Actor, file_ids: Sequence[int]) -> tuple[File, ...]:
    """Files that ``actor`` brought in, in the order asked for; another's file does not exist."""
    found = File.objects.filter(uploaded_by=actor.person_id).select_related("blob").in_bulk(file_ids)
    missing = [one for one in file_ids if one not in found]
    if missing:
        raise NotFound("no_such_file", _("没有您上传的这份文件。"), hint=_("请先上传，再在这里写它的编号。"))
    return tuple(found[one] for one in file_ids)
