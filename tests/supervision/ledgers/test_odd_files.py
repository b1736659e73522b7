"""Files that are damaged, locked, sprawling or strange: read as far as they can be, never a crash."""

import zipfile
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.supervision.ledgers.paper import Paper
from zhongshu.cli.commands.ledger import ledger
from zhongshu.supervision.ledgers import LockedError, read_ledger, run_ledger

SHEET = "xl/worksheets/sheet1.xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
FAR = b'</row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'


def paper() -> Paper:
    p = Paper("台账")
    p.put("序号", "督办事项", "牵头单位", "完成时限", "进展情况")
    p.put(1, "修订应急预案", "市应急局", "2026年3月31日", "已印发")
    p.put(2, "改造老旧小区", "市住建局", "2026年9月30日", "已开工")
    return p


def changed(folder: Path, part: str, change: Callable[[bytes], bytes | None]) -> Path:
    """The ledger with one part of its file changed, or left out."""
    path = folder / "changed.xlsx"
    with zipfile.ZipFile(paper().save(folder, "whole")) as whole, zipfile.ZipFile(path, "w") as archive:
        for name in whole.namelist():
            content = change(whole.read(name)) if name == part else whole.read(name)
            if content is not None:
                archive.writestr(name, content)
    return path


def merged(area: bytes) -> Callable[[bytes], bytes]:
    cells = b'</sheetData><mergeCells count="1"><mergeCell ref="' + area + b'"/></mergeCells>'
    return lambda content: content.replace(b"</sheetData>", cells)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/styles.xml", lambda _: None),
        ("[Content_Types].xml", lambda _: None),
        (
            "[Content_Types].xml",
            lambda content: content.replace(PLAIN, MACROS),
        ),
        (SHEET, merged(b"A4:G1048576")),
        (SHEET, lambda content: content.replace(b"</row></sheetData>", FAR)),
    ],
    ids=["no styles", "no types", "macros", "merged to the end", "formatted to the last cell"],
)
def test_what_can_be_read_is_read(part: str, change: Callable[[bytes], bytes | None], tmp_path: Path) -> None:
    read = [(m.row, m.task, m.due) for m in read_ledger(changed(tmp_path, part, change))]
    assert read == [(2, "修订应急预案", "2026-03-31"), (3, "改造老旧小区", "2026-09-30")]


def test_a_chart_sheet_beside_it_is_passed_by(tmp_path: Path) -> None:
    p = paper()
    p.book.create_chartsheet("图表")
    assert len(list(read_ledger(p.save(tmp_path, "chart")))) == 2


@pytest.mark.parametrize(
    "change", [lambda content: content[: len(content) // 2], merged(b"A1:"), lambda c: c.replace(b"<v>1</v>", b"<v>x</v>")],
    ids=["cut off", "no range", "no number"],
)  # fmt: skip
def test_what_is_damaged_is_refused_in_plain_words(change: Callable[[bytes], bytes], tmp_path: Path) -> None:
    told = CliRunner().invoke(ledger, ["read", str(changed(tmp_path, SHEET, change))])
    assert (told.exit_code, told.stdout) == (2, "")
    assert "另存为 .xlsx" in told.stderr


def test_bytes_gone_wrong_are_told_in_plain_words(tmp_path: Path) -> None:
    path = paper().save(tmp_path, "wrong")
    with zipfile.ZipFile(path) as archive:
        place = archive.getinfo(SHEET).header_offset + 80
    content = bytearray(path.read_bytes())
    content[place : place + 9] = b"\xff" * 9
    path.write_bytes(content)
    told = CliRunner().invoke(ledger, ["read", str(path)])
    assert (told.exit_code, "另存为 .xlsx" in told.stderr) == (2, True)


@pytest.mark.parametrize(
    "start", ["<html><table><tr><td>序号", "%PDF-1.7\n", "{\\rtf1 ", '\ufeff<?xml version="1.0"?>']
)
def test_what_only_bears_the_name_of_a_table_is_to_be_saved_as_one(start: str, tmp_path: Path) -> None:
    path = tmp_path / "导出.xls"
    path.write_text(f"{start}督办事项,责任单位,完成时限\n", "utf-8")
    told = CliRunner().invoke(ledger, ["read", str(path)])
    assert (told.exit_code, "另存为 .xlsx" in told.stderr) == (2, True)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/styles.xml", lambda _: None),
        ("xl/_rels/workbook.xml.rels", lambda content: content),
        (SHEET, lambda content: content.replace(b"</row></sheetData>", b'</row><row r="99999999999"/></sheetData>')),
    ],
    ids=["no styles", "whole", "a row past the last"],
)  # fmt: skip
def test_a_very_large_file_is_read_as_well(
    part: str, change: Callable[[bytes], bytes | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("zhongshu.supervision.ledgers.workbook._LARGE", 0)
    read = [(m.row, m.task) for m in read_ledger(changed(tmp_path, part, change))]
    assert read == [(2, "修订应急预案"), (3, "改造老旧小区")]


def test_a_sheet_merged_as_a_whole_holds_no_matter(tmp_path: Path) -> None:
    assert list(read_ledger(changed(tmp_path, SHEET, merged(b"A1:XFD1048576")))) == []


def test_a_locked_file_asks_for_the_password_to_be_taken_off(tmp_path: Path) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(LockedError):
        run_ledger(path, StringIO())
    assert "去掉密码" in CliRunner().invoke(ledger, ["read", str(path)]).stderr


def test_a_table_in_utf_16_is_read_and_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    table = "序号\t督办事项\t牵头单位\t完成时限\n1\t修订应急预案\t市应急局\t2026年3月底\n"
    wide, endless = tmp_path / "wide.csv", tmp_path / "endless.csv"
    wide.write_bytes(table.encode("utf-16"))
    endless.write_text(table.replace("修订", "修" * 200_000))
    assert [m.task for m in read_ledger(wide)] == ["修订应急预案"]
    with pytest.raises(ValueError, match="field"):
        run_ledger(endless, StringIO())
