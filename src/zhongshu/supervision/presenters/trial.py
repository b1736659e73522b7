"""What a ledger kept in a sheet says, row by row, and what stands in the way of taking each row over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _

from zhongshu.org import queries as org
from zhongshu.supervision.imports import unreadable
from zhongshu.supervision.ledgers import Matter, read_ledger

MOST_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One matter of the sheet: ``mistakes`` must be put right first, ``notes`` are only to be known."""

    matter: Matter
    mistakes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Trial:
    """The lines of a ledger in their order."""

    lines: list[Line] = field(default_factory=list)

    @property
    def wrong(self) -> int:
        """How many lines have a mistake."""
        return sum(bool(line.mistakes) for line in self.lines)

    @property
    def unknown(self) -> list[str]:
        """The units that the directory does not know, each once."""
        known = org.directory()
        named = (u for line in self.lines for u in (*line.matter.lead, *line.matter.support))
        return [unit for unit in dict.fromkeys(named) if unit not in known]


def try_ledger(name: str, content: bytes, today: date) -> Trial:
    """Read the ledger in a file called ``name`` and check each row against the directory of units; nothing is stored.

    Raises a Refusal if the file is empty, over 10 MB or no table, or if no matter is found in it.
    """
    if not content or len(content) > MOST_BYTES:
        raise unreadable(_("文件是空的，或者超过10MB。"))
    known = org.directory()
    trial = Trial([_checked(matter, known, today) for matter in _read(name, content, today)])
    if not trial.lines:
        raise unreadable(
            _("文件里没有找到“事项”“责任单位”“时限”这样的表头，或者表头下面没有内容。"),
            _("请在内容上面加一行表头，写明“督办事项”“牵头单位”“完成时限”，保存后再上传。"),
        )
    return trial


def _read(name: str, content: bytes, today: date) -> list[Matter]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "ledger")
        path.write_bytes(content)
        try:
            return list(read_ledger(path, today))
        except ValueError as trouble:
            raise unreadable(_("这个文件打不开，或者不是表格。")) from trouble


def _checked(matter: Matter, known: Mapping[str, int], today: date) -> Line:
    if matter.withdrawn:
        return Line(matter, notes=(_("已划掉，或注明取消、撤销、销号。"),))
    mistakes = [
        _("名录里没有“%(unit)s”。请改用单位全称，或给单位添加这个别名。") % {"unit": unit}
        for unit in (*matter.lead, *matter.support)
        if unit not in known
    ]
    if not matter.lead:
        mistakes.append(_("没有写牵头单位。"))
    if len(matter.lead) > 1:
        mistakes.append(_("写了%(count)d个牵头单位，一件事只能有一个。") % {"count": len(matter.lead)})
    return Line(matter, tuple(mistakes), tuple(_notes(matter, today)))


def _notes(matter: Matter, today: date) -> list[str]:
    if matter.due is None:
        said = _("“%(words)s”不是日期。") % {"words": matter.due_text}
        return [said if matter.due_text else _("没有写时限。")]
    return [_("时限已过。")] if matter.due < today.isoformat() else []
