"""Writing on a draft, and saying why a paper is issued again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import papers
from zhongshu.supervision.forms.deeds import words
from zhongshu.supervision.models import Paper
from zhongshu.ui.forms import Form, dress

LABELS = {
    "title": _("标题"),
    "to": _("主送"),
    "opening": _("开头"),
    "closing": _("要求"),
    "copies": _("抄送"),
    "held": _("约谈时间"),
    "place": _("约谈地点"),
    "host": _("约谈人"),
    "whom": _("被约谈人"),
    "record": _("约谈内容"),
    "promise": _("表态及措施"),
}
HINTS = {
    "opening": _("事项、时限、逾期天数、清单和数字由系统按台账写入，不用在这里写。"),
    "to": _("不写冒号。"),
    "copies": _("几个单位用逗号隔开，不写句号。"),
}
SHORT = 200


class WordsForm(Form):
    """The fields that this kind of paper leaves to the clerk."""

    def __init__(self, *args: Any, paper: Paper, **kwargs: Any) -> None:
        super().__init__(*args, initial=paper.words, **kwargs)
        for name in papers.FIELDS[paper.kind]:
            self.fields[name] = _field(name)
            dress(self.fields[name])


class ReissueForm(Form):
    reason = forms.CharField(
        label=_("重发原因"), max_length=200, error_messages={"required": _("请写明为什么重发。")}
    )


def _field(name: str) -> forms.Field:
    label, hint = LABELS[name], HINTS.get(name, "")
    extent = papers.EXTENT.get(name)
    if extent:
        return words(label, hint=hint, rows=4)
    missing = {"required": _("请写标题。")}
    return forms.CharField(
        label=label, help_text=hint, max_length=SHORT, required=name == "title", error_messages=missing
    )
