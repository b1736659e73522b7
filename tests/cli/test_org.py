"""The first import into an empty house, from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from zhongshu.cli.main import zhongshu
from zhongshu.org.models import Duty, Person, Unit

pytestmark = pytest.mark.django_db


def filled(folder: Path, *, duty: str = "机构人员管理、督查督办") -> Path:
    """The template, filled in with one organ, its section, one post and who holds it."""
    place = folder / "机构人员.xlsx"
    CliRunner().invoke(zhongshu, ["org", "template", str(place)], catch_exceptions=False)
    book = load_workbook(place)
    book["单位"].append(["BGS", "中共澄江市委办公室", "市委办", "机关", "", "市委办", "Z001", ""])
    book["岗位"].append(["BGS", "机要科科员", duty])
    book["人员"].append(["0001", "李敏", "", "BGS", "机要科科员", "2026-01-01", "是"])
    book.save(place)
    return place


def test_an_empty_house_is_filled_from_the_template(tmp_path: Path) -> None:
    place = filled(tmp_path)
    tried = CliRunner().invoke(zhongshu, ["org", "import", "--try", str(place)])
    assert (tried.exit_code, Unit.objects.count()) == (0, 0), tried.output
    done = CliRunner().invoke(zhongshu, ["org", "import", str(place)])
    assert done.exit_code == 0, done.output
    assert Unit.objects.get().code == "BGS"
    post = Person.objects.get(name="李敏").appointments.get().post
    assert set(post.duties) == {Duty.KEEP_ORG, Duty.SUPERVISE}


def test_a_mistake_is_named_and_nothing_is_imported(tmp_path: Path) -> None:
    told = CliRunner().invoke(zhongshu, ["org", "import", str(filled(tmp_path, duty="管天管地"))])
    assert told.exit_code == 1
    assert "岗位 第 2 行" in told.output
    assert not Unit.objects.exists()


def test_the_names_of_its_units_are_told_for_finding_duties(tmp_path: Path) -> None:
    """What ``org names`` writes is what ``extract --units`` reads."""
    CliRunner().invoke(zhongshu, ["org", "import", str(filled(tmp_path))], catch_exceptions=False)
    told = CliRunner().invoke(zhongshu, ["org", "names"])
    assert json.loads(told.output) == {"unit": "中共澄江市委办公室", "names": ["市委办"]}
    names, text = tmp_path / "units.jsonl", json.dumps({"id": 1, "text": "由市委办10月底前报送方案。"})
    names.write_text(told.output, encoding="utf-8")
    found = CliRunner().invoke(zhongshu, ["extract", "--units", str(names), "-"], input=text)
    assert json.loads(found.stdout)["units"] == {"市委办": "中共澄江市委办公室"}
