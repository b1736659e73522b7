"""The file to fill in for an import, empty or with what is there."""

import io
from collections.abc import Iterable, Sequence
from datetime import date

from xlsxwriter import Workbook

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language
from zhongshu.org.models import Appointment, Duty, Post, Unit, UnitKind
from zhongshu.org.queries.periods import in_force
from zhongshu.org.services.tables import WORDS

SHEETS = {
    "单位": ("code", "name", "short_name", "kind", "parent", "number_prefix", "fonds_code", "aliases"),
    "岗位": ("code", "title", "duties"),
    "人员": ("staff_number", "person", "mobile", "code", "title", "starts_on", "is_primary"),
}
NEEDED = {"code", "name", "title", "staff_number", "person"}
NOTES = (
    "带 * 的列必填；其余可以不填，不填表示不改。",
    "单位类型：" + "、".join(str(label) for label in UnitKind.labels),
    "岗位职责可填多个，用顿号隔开：" + "、".join(str(label) for label in Duty.labels),
    "单位别名可填多个，用顿号隔开，例如：发改委、市发改委。",
    "日期写成 2026-06-01；一个人兼几个岗位就写几行，“是否主职”填是或否。",
    "再次导入同一个文件不会重复；不会删除任何已有内容。",
)


def template(*, actor: Actor, day: date, filled: bool = False) -> bytes:
    """An .xlsx file with three sheets and an explanation; ``filled`` with the organs whose keeper ``actor`` is."""
    written = io.BytesIO()
    with in_office_language(), Workbook(written, {"strings_to_formulas": False}) as book:
        head = book.add_format({"bold": True, "bg_color": "#EEF2F7"})
        for name, columns in SHEETS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.set_column(0, len(columns) - 1, 18)
            titles = [WORDS[column] + ("*" if column in NEEDED else "") for column in columns]
            rows = _rows(name, actor, day) if filled else ()
            for number, line in enumerate([titles, *rows]):
                for column, text in enumerate(line):
                    sheet.write_string(number, column, text, None if number else head)
        notes = book.add_worksheet("填写说明")
        notes.set_column(0, 0, 90)
        for number, note in enumerate(NOTES):
            notes.write_string(number, 0, note)
    return written.getvalue()


def _rows(sheet: str, actor: Actor, day: date) -> Iterable[Sequence[str]]:
    units = _kept(actor)
    if sheet == "单位":
        return [_unit(unit) for unit in units]
    ids = [unit.pk for unit in units]
    if sheet == "岗位":
        posts = (
            Post.objects.filter(unit_id__in=ids).select_related("unit").order_by("unit__path", "order", "id")
        )
        return [
            (post.unit.code, post.title, "、".join(str(Duty(d).label) for d in post.duties)) for post in posts
        ]
    held = Appointment.objects.filter(in_force(day), post__unit_id__in=ids, person__left_on__isnull=True)
    return [_seat(one) for one in held.select_related("person", "post__unit").order_by("person_id", "id")]


def _kept(actor: Actor) -> list[Unit]:
    organs = Unit.objects.filter(pk__in=actor.organs_with(Duty.KEEP_ORG))
    paths = tuple(organ.path for organ in organs)
    units = Unit.objects.filter(closed_on__isnull=True).select_related("parent").prefetch_related("aliases")
    return [unit for unit in units.order_by("path") if actor.is_system or unit.path.startswith(paths)]


def _unit(unit: Unit) -> Sequence[str]:
    aliases = "、".join(alias.name for alias in unit.aliases.all() if alias.revoked_at is None)
    above = unit.parent.code if unit.parent else ""
    kind = UnitKind(unit.kind).label
    return (
        unit.code, unit.name, unit.short_name, str(kind), above, unit.number_prefix, unit.fonds_code, aliases,
    )  # fmt: skip


def _seat(held: Appointment) -> Sequence[str]:
    person, post = held.person, held.post
    primary = "是" if held.is_primary else "否"
    since = held.starts_on.isoformat()
    return person.staff_number, person.name, person.mobile, post.unit.code, post.title, since, primary
