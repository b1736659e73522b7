from itertools import groupby
from operator import itemgetter

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.accounts.models import AdminRole
from zhongshu.platform.accounts.queries import Wanted
from zhongshu.platform.journal.sentences import named, registered
from zhongshu.ui.forms import Form


class LogInForm(Form):
    """Log-in name and password."""

    username = forms.CharField(
        label=_("登录名"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("请输入登录名。")},
    )
    password = forms.CharField(
        label=_("密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("请输入密码。")},
    )


class PasswordForm(Form):
    """The old password, and the new one twice."""

    old = forms.CharField(
        label=_("原密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("请输入原密码。")},
    )
    new = forms.CharField(
        label=_("新密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("请输入新密码。")},
    )
    again = forms.CharField(
        label=_("再输一次新密码"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("请再输一次新密码。")},
    )

    def clean_again(self) -> str:
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("new", again):
            raise forms.ValidationError(_("两次输入的新密码不一样。"))
        return again


class CodeForm(Form):
    """Six digits from one's device, or a recovery code."""

    code = forms.CharField(
        label=_("动态口令"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("请输入动态口令。")},
    )


class KeyForm(Form):
    """What a key for programs is for."""

    name = forms.CharField(
        label=_("给什么程序用"), max_length=60, error_messages={"required": _("请写明这个密钥给什么程序用。")}
    )


class FindForm(Form):
    """Accounts looked for."""

    q = forms.CharField(label=_("登录名或姓名"), required=False, max_length=60)
    state = forms.ChoiceField(
        label=_("状态"),
        required=False,
        choices=[
            ("", _("全部")),
            ("open", _("在用")),
            ("closed", _("已停用")),
            ("admins", _("管理员")),
            ("factor", _("已启用动态口令")),
        ],
    )


class AccountForm(Form):
    """A new account."""

    username = forms.CharField(
        label=_("登录名"),
        max_length=60,
        error_messages={"required": _("请输入登录名。")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    staff_number = forms.CharField(label=_("本人工号"), required=False, max_length=30)
    admin_role = forms.ChoiceField(
        label=_("管理员"), required=False, choices=[("", _("不是管理员")), *AdminRole.choices]
    )

    def clean(self) -> dict[str, object]:
        """An account that is no administrator's is somebody's."""
        told: dict[str, object] = super().clean() or {}
        if not told.get("admin_role") and not told.get("staff_number"):
            self.add_error("staff_number", _("请填写本人的工号；管理员可以不填。"))
        return told


class RoleForm(Form):
    """Which of the three administrators somebody becomes."""

    role = forms.ChoiceField(label=_("管理员"), choices=AdminRole.choices)


def _verbs() -> list[tuple[str, list[tuple[str, str]]]]:
    """All verbs in words, by the part of the house whose they are."""
    whose = groupby(sorted(registered()), lambda verb: verb.partition(".")[0])
    told = (
        (
            str(apps.get_app_config(label).verbose_name),
            sorted(((v, named(v)) for v in verbs), key=itemgetter(1)),
        )
        for label, verbs in whose
    )
    return sorted(told)


class TrailForm(Form):
    """The journal narrowed."""

    since = forms.DateField(label=_("自"), required=False)
    until = forms.DateField(label=_("至"), required=False)
    who = forms.CharField(label=_("姓名"), required=False, max_length=40)
    verb = forms.ChoiceField(label=_("动作"), required=False)
    stream = forms.CharField(label=_("对象"), required=False, max_length=40)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["verb"].choices = [("", _("全部动作")), *_verbs()]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """What was asked for, as far as it was written well."""
        told = self.cleaned_data if self.is_valid() else {}
        return Wanted(
            since=told.get("since"),
            until=told.get("until"),
            who=told.get("who", "").strip(),
            verb=told.get("verb", ""),
            stream=told.get("stream", "").strip(),
        )
