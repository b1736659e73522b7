"""Every office's ledger comes out right."""

import json
import zipfile
from io import StringIO
from pathlib import Path

import pytest

from tests.supervision.ledgers.offices import OFFICES
from tests.supervision.ledgers.paper import FIELDS, score
from zhongshu.supervision.ledgers import run_ledger


@pytest.mark.parametrize("name", OFFICES)
def test_reads_the_ledger(name: str, tmp_path: Path) -> None:
    paper = OFFICES[name]()
    out = StringIO()
    run_ledger(paper.save(tmp_path, name), out)
    read = [json.loads(line) for line in out.getvalue().splitlines()]
    assert all(tuple(line) == FIELDS for line in read)
    right, total, differs = score(paper.expected, read)
    assert differs == [], f"{right} of {total}"


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(601):
            part.write(bytes(1_000_000))
    with pytest.raises(ValueError, match="unpacks to"):
        run_ledger(path, StringIO())
