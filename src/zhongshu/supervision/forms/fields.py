"""Fields of supervision: a unit by its name, several units, files that stay with the form."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhongshu.supervision import rules
from zhongshu.supervision.choices import UnitNames

SEPARATORS = re.compile(r"[、，,;；\s]+")


def named(names: UnitNames, text: str) -> int:
    """The one unit that goes by ``text``; a ValidationError says what to do where there is none or several."""
    found = names.find(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise ValidationError(
            _("名录里没有“%(name)s”。请从下拉名单里选，或请管理员在机构名录中补上这个名称。") % {"name": text}
        )
    several = "、".join(names.label(pk) for pk in found[:4])
    raise ValidationError(
        _("“%(name)s”不止一个：%(several)s。请选其中一个。") % {"name": text, "several": several}
    )


class BasisInput(forms.TextInput):
    """On what a matter is docketed (立项依据), with the texts of its own that the office has named (rule D-28)."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """The box, with what may be picked; above it, that this house has not read it."""
        known = rules.D_28_bases()
        place = f"{name}-known"
        listed = {"list": place, "autocomplete": "off"} if known else {}
        box = super().render(name, value, {**(attrs or {}), **listed}, renderer)
        if not known:
            return box
        offered = format_html_join("", '<option value="{}">', ((one,) for one in known))
        told = _("可选本机关自定的依据。党内督查文件属内部文件，本系统没有收录原文，引用前请核对所存原件。")
        asked = '<span class="mut small">{}</span>{}<datalist id="{}">{}</datalist>'
        return format_html(asked, told, box, place, offered)


class UnitField(forms.CharField):
    """One unit, typed or picked from the page's list of units; cleans to its id or None."""

    of_each_form = True

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"list": "units", "autocomplete": "off"})
        super().__init__(widget=widget, **{"required": False, **kwargs})
        self.names = UnitNames()

    def __deepcopy__(self, memo: dict[int, Any]) -> "UnitField":
        """Each form reads the units anew: there may be new ones since the last."""
        copied: UnitField = super().__deepcopy__(memo)
        copied.names = UnitNames()
        return copied

    def clean(self, value: Any) -> Any:
        """The unit's id; two names are refused by rule D-17."""
        text = super().clean(value)
        if not text:
            return None
        if not self.names.find(text):
            parts = [part for part in SEPARATORS.split(text) if part]
            if len(parts) > 1 and all(self.names.find(part) for part in parts):
                raise ValidationError(
                    str(rules.D_17_one_lead([0, 1], []).sentence) + _("请留一个，其余移到配合单位。")
                )
        return named(self.names, text)


class UnitsField(forms.CharField):
    """Several units separated by 、; cleans to a tuple of ids."""

    of_each_form = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.names = UnitNames()

    def __deepcopy__(self, memo: dict[int, Any]) -> "UnitsField":
        """Each form reads the units anew: there may be new ones since the last."""
        copied: UnitsField = super().__deepcopy__(memo)
        copied.names = UnitNames()
        return copied

    def clean(self, value: Any) -> Any:
        """Ids, each once, in the order typed."""
        parts = [part for part in SEPARATORS.split(super().clean(value)) if part]
        return tuple(dict.fromkeys(named(self.names, part) for part in parts))
