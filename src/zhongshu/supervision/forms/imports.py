"""A ledger on its way in: its file, what its columns are, whose the unknown units are, on whose approval."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.clock import local_day, now
from zhongshu.supervision import choices
from zhongshu.supervision.choices import UnitNames
from zhongshu.supervision.forms.fields import BasisInput, UnitField
from zhongshu.supervision.forms.ledger_heads import HeadField, head_words
from zhongshu.supervision.ledgers import SINGLE, Part
from zhongshu.supervision.models import LedgerImport, Origin
from zhongshu.ui.forms import Form, dress, needed

PARTS = [
    (Part.TASK.value, _("事项")),
    (Part.LEAD.value, _("牵头单位")),
    (Part.SUPPORT.value, _("配合单位")),
    (Part.LEADER.value, _("责任领导")),
    (Part.DUE.value, _("办结时限")),
    (Part.PROGRESS.value, _("进展")),
    (Part.PROBLEM.value, _("问题")),
    (Part.STATUS.value, _("状态")),
    (Part.CATEGORY.value, _("类别")),
    (Part.NUMBER.value, _("编号")),
    (Part.REMARK.value, _("备注")),
    (Part.OTHER.value, _("不导入")),
]
ONE_EACH = frozenset(part.value for part in SINGLE)
Column = tuple[dict[str, Any], forms.BoundField]
Shown = tuple[dict[str, Any], list[Column], forms.BoundField | None]


class MappingForm(Form):
    """What each column is, what each unknown name means, and what holds for every row."""

    origin = forms.ChoiceField(label=_("事项来源"), choices=Origin.choices)
    approver_id = forms.TypedChoiceField(
        label=_("批准立项的领导"),
        coerce=int,
        required=False,
        empty_value=None,
    )
    basis = forms.CharField(label=_("立项依据"), max_length=200, required=False, widget=BasisInput)
    first_leads = forms.BooleanField(label=_("一格写了几个牵头单位时，第一个牵头，其余配合"), required=False)

    def __init__(
        self,
        *args: Any,
        ledger: LedgerImport,
        unknown: Mapping[str, list[str]],
        units: UnitNames,
        **kwargs: Any,
    ) -> None:
        told = {name: getattr(ledger, name) for name in ("origin", "approver_id", "basis", "first_leads")}
        super().__init__(*args, initial=told, **kwargs)
        self.ledger, self.names = ledger, list(unknown)
        approvers = choices.approvers(ledger.organ, local_day(now()))
        self.fields["approver_id"].choices = [("", _("请选择")), *approvers]  # type: ignore[attr-defined]
        for place, column in self._columns():
            said = ledger.columns.get(place, column["part"])
            self.fields[f"c:{place}"] = forms.ChoiceField(
                label=column["heading"] or column["letter"], choices=PARTS, initial=said, required=False
            )
        for sheet in self.sheets:
            self.fields[f"h:{sheet}"] = HeadField(label=_("表头在第几行"), initial=head_words(ledger, sheet))
        for number, (name, nearest) in enumerate(unknown.items()):
            likely = gettext("可能是：%(units)s") % {"units": "、".join(nearest)} if nearest else ""
            asked = UnitField(label=name, help_text=likely)
            asked.names = units
            self.fields[f"u:{number}"] = asked
        for name in ("approver_id", "basis"):
            needed(self.fields[name], _("导入时必填"))
        for field in self.fields.values():
            dress(field)

    def _columns(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for table in self.ledger.understood:
            for column in table["columns"]:
                yield f"{table['sheet']}!{column['letter']}", column

    def clean(self) -> dict[str, Any]:
        """Where two columns of a table are called the same by a person of which there can be but one, the later says so."""
        for table in self.ledger.understood:
            taken: dict[str, tuple[str, bool]] = {}
            for one in table["columns"]:
                name = f"c:{table['sheet']}!{one['letter']}"
                part = self.cleaned_data.get(name, "")
                changed = part != one["part"]
                before, also_changed = taken.setdefault(part, (one["heading"] or one["letter"], changed))
                if (
                    part in ONE_EACH
                    and before != (one["heading"] or one["letter"])
                    and (changed or also_changed)
                ):
                    self.add_error(name, _twice(part, before))
        return self.cleaned_data

    @property
    def sheets(self) -> list[str]:
        """The sheets in which there is a table."""
        return list(dict.fromkeys(table["sheet"] for table in self.ledger.understood))

    @property
    def heads(self) -> dict[str, tuple[int, int]]:
        """The rows of the headings, where they are not those that the reader found."""
        told = {sheet: self.cleaned_data.get(f"h:{sheet}") for sheet in self.sheets}
        known = {sheet: tuple(rows) for sheet, rows in self.ledger.heads.items()}
        changed = {f"h:{sheet}" for sheet in self.sheets} & set(self.changed_data)
        return {
            sheet: rows
            for sheet, rows in told.items()
            if rows and (f"h:{sheet}" in changed or known.get(sheet) == rows)
        }

    def tables(self) -> Iterator[Shown]:
        """Each table with its columns, the field that says what each is, and once a sheet the one for its headings."""
        asked: set[str] = set()
        for table in self.ledger.understood:
            sheet = table["sheet"]
            columns = [(one, self[f"c:{sheet}!{one['letter']}"]) for one in table["columns"]]
            yield table, columns, None if sheet in asked else self[f"h:{sheet}"]
            asked.add(sheet)

    def meanings(self) -> list[forms.BoundField]:
        """The fields that ask which unit a name means."""
        return [self[f"u:{number}"] for number in range(len(self.names))]

    @property
    def columns(self) -> dict[str, str]:
        """The columns that a person takes for something else than the reader does."""
        told = ((place, self.cleaned_data.get(f"c:{place}"), one["part"]) for place, one in self._columns())
        return {place: part for place, part, read in told if part and part != read}

    @property
    def aliases(self) -> dict[str, int]:
        """The names that now have a unit."""
        told = {name: self.cleaned_data.get(f"u:{number}") for number, name in enumerate(self.names)}
        return {name: unit_id for name, unit_id in told.items() if unit_id}


def _twice(part: str, before: str) -> str:
    told = {"part": dict(PARTS)[part], "before": before}
    return gettext("“%(before)s”已经当作%(part)s，这样的只能有一列：请把其中一列改成别的或“不导入”。") % told


class UndoForm(Form):
    """Why an import is to be undone."""

    reason = forms.CharField(
        label=_("撤销的理由"),
        max_length=150,
        help_text=_("会写在每个作废的编号上。"),
        error_messages={"required": _("请写明撤销的理由。")},
    )
