"""Forms by which a matter stops, runs on, ends early or is taken up again; with what becomes of its parts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import queries, rules
from zhongshu.supervision.forms.deeds import DeedForm, ExtensionDecision, Reason, words
from zhongshu.supervision.services import ForParts
from zhongshu.ui.forms import needed


class ForPartsMixin(DeedForm):
    """Asks what becomes of the open parts; of a matter without any nothing is asked."""

    parts_how = forms.ChoiceField(
        label=_("分解任务怎样处理"),
        choices=[("follow", _("随上级事项一并处理")), ("go_on", _("继续办理"))],
        widget=forms.RadioSelect,
        required=False,
    )
    parts_reason = forms.CharField(label=_("继续办理的理由"), max_length=200, required=False)

    def offer(self) -> None:
        super().offer()
        self.open_parts = queries.open_children(self.directive.pk)
        if not self.open_parts:
            del self.fields["parts_how"], self.fields["parts_reason"]
            return
        needed(self.fields["parts_how"])
        needed(self.fields["parts_reason"], _("继续办理时必填"))
        names = "、".join(part.title for part in self.open_parts[:5])
        told = _("在办 %(n)s 项：%(names)s") % {"n": len(self.open_parts), "names": names}
        self.fields["parts_how"].help_text = str(told)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.open_parts and data.get("verdict") != "refuse":
            told = {"how": data.get("parts_how", ""), "reason": data.get("parts_reason", "")}
            verdict = rules.D_18_parts_settled(parts=len(self.open_parts), **told)
            if not verdict:
                at = "parts_reason" if told["how"] else "parts_how"
                self.add_error(at, f"{verdict.sentence}{verdict.hint}")
        return data


def told(data: dict[str, Any]) -> dict[str, Any]:
    """What a service is given: the decision about the parts as one."""
    given = {name: value for name, value in data.items() if not name.startswith("parts_")}
    parts = ForParts(how=data.get("parts_how", ""), reason=data.get("parts_reason", ""))
    return given | {"parts": parts}


class Termination(ForPartsMixin, Reason):
    """The decision to end it."""

    field_order = ("reason", "parts_how", "parts_reason")


class Transfer(ForPartsMixin, Reason):
    """The hand-over to another authority."""

    to = forms.CharField(
        label=_("移送给"),
        help_text=_("如：市监察委员会。"),
        error_messages={"required": _("请写明移送给哪个机关。")},
    )
    field_order = ("to", "reason", "parts_how", "parts_reason")


class SuspensionRequest(DeedForm):
    """That the clock stop: why, and when to look at it again."""

    reason = words(_("中止的理由"), missing=_("请写明为什么不能继续办理，如待上级批复、诉讼未决、汛期停工。"))
    review_on = forms.DateField(
        label=_("复核日期"),
        widget=forms.DateInput,
        help_text=_("到这一天，由督查部门决定恢复、继续中止或终止。"),
        error_messages={"required": _("请选择复核日期。")},
    )


class SuspensionDecision(ForPartsMixin, ExtensionDecision):
    """Yes or no to it."""

    field_order = ("verdict", "opinion", "parts_how", "parts_reason")


class Resumption(DeedForm):
    """That the clock run on."""

    reason = words(_("说明"), hint=_("如：批复已到、诉讼已结。"), missing=_("请写明为什么可以接着办。"))


class TakingUp(DeedForm):
    """Why an archived matter is not done after all."""

    reason = words(_("重新办理的理由"), missing=_("请写明哪里不实、凭什么。"))
