"""The report from the field: progress or completion, by what was answered."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.supervision import services
from zhongshu.supervision.deeds.deed import Deed
from zhongshu.supervision.forms.field import FieldReport


def _send(data: dict[str, Any], common: dict[str, Any]) -> object:
    files, figures = data["files"], data["figures"]
    if data["how"] == FieldReport.DONE:
        given = {
            name: data[name] for name in ("signed_by_id", "instead_ids", "verify_by", "files", "figures")
        }
        return services.complete(feedback=data["text"], **given, **common)
    text = data["text"] or (_("现场照片 %(n)s 张") % {"n": len(files)} if files else "")
    return services.report(text=text, blocker=data["blocker"], figures=figures, files=files, **common)


FIELD = Deed(
    resource="field-report",
    verbs=("report",),
    title=gettext_lazy("回告进展"),
    button=gettext_lazy("报送给督查部门"),
    form=FieldReport,
    run=_send,
    done=gettext_lazy("已报送给督查部门。"),
    icon="camera",
)
