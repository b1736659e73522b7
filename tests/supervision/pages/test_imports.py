"""The pages of an import: upload, map, try, import as a job, undo."""

import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from tests.platform.files import papers
from tests.supervision.ledgers import old_binary
from tests.supervision.old_ledger import stopped, written
from tests.world import HE_WEI, LI_MIN, WANG_JIANPING, World

from zhongshu.matters.models import Group, Matter
from zhongshu.org.models import UnitAlias
from zhongshu.platform.files.models import Blob, File
from zhongshu.platform.jobs.models import JobRun, RunState
from zhongshu.supervision.models import ImportState, LedgerImport
from zhongshu.supervision.presenters import imports as presenter

pytestmark = pytest.mark.django_db(transaction=True)


def sent(name: str = "原台账.xlsx", content: bytes = b"") -> SimpleUploadedFile:
    if not content:
        stream = io.BytesIO()
        written().book.save(stream)
        content = stream.getvalue()
    return SimpleUploadedFile(name, content)


def upload(world: World, **more: Any) -> Any:
    data = {"file": sent(), "unit_id": world.units["SWB-DC"].pk} | more
    return world.client(LI_MIN).post(reverse("supervision:imports"), data)


def uploaded(world: World) -> LedgerImport:
    assert upload(world).status_code == 303
    return LedgerImport.objects.get()


def address(ledger: LedgerImport, what: str = "import") -> str:
    return reverse(f"supervision:{what}", args=[ledger.pk])


def mapping(world: World, html: str, **more: Any) -> dict[str, Any]:
    """What the form would send as it stands."""
    data: dict[str, Any] = {"origin": "key_work", "basis": "沿用", "approver_id": world.people[HE_WEI].pk}
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', html, re.S):
        if name.startswith("c:"):
            chosen = re.search(r'value="([^"]*)" selected', options)
            data[name] = chosen[1] if chosen else ""
    return data | more


def test_from_the_file_to_the_matters_and_back(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)
    html = client.get(address(ledger)).content.decode()
    assert "试读 6 行：待办 3，已办结 1，已取消 1，要改 1" in html
    assert "名录里没有“市气象观象台”" in html
    answer = client.post(address(ledger), mapping(world, html, run="1"))
    run = JobRun.objects.get()
    assert answer.url == reverse("jobs:run", args=[run.pk])
    assert (run.state, run.done) == (RunState.DONE, 6)
    assert run.result["url"] == address(ledger)
    html = client.get(address(ledger)).content.decode()
    assert "已补录 5 行" in html
    assert "没有补录 1 行" in html
    answer = client.post(address(ledger, "import-undo"), {"reason": "导错了"})
    assert answer.status_code == 303
    ledger.refresh_from_db()
    assert (ledger.state, ledger.undo_reason) == (ImportState.UNDONE, "导错了")
    assert not Matter.objects.exclude(group=Group.VOID).exists()


def test_a_stopped_import_says_what_its_button_does(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)

    def button() -> str:
        html = client.get(address(ledger)).content.decode()
        return re.search(r'name="run" value="1">.*?</svg>\s*([^<]+)</button>', html, re.S)[1]

    assert button() == "导入"
    stopped(ledger)
    assert button() == "从头导入"
    client.post(address(ledger), mapping(world, client.get(address(ledger)).content.decode(), run="1"))
    stopped(ledger)
    assert button() == "接着导入"
    assert "已补录的 5 行不再导入，从没有导的行接着导。" in client.get(address(ledger)).content.decode()


def test_a_column_and_a_unit_are_put_right(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)
    html = client.get(address(ledger)).content.decode()
    data = mapping(world, html, **{"c:台账!H": "other", "u:0": "市教育局"})
    assert '<option value="市教育局">' in html
    assert client.post(address(ledger), data).status_code == 303
    ledger.refresh_from_db()
    assert ledger.columns == {"台账!H": "other"}
    assert UnitAlias.objects.get(name="市气象观象台").unit == world.units["JYJ"]
    html = client.get(address(ledger)).content.decode()
    assert "要改 0" in html
    assert "市气象观象台”" not in html


def test_two_columns_for_what_only_one_can_tell_are_refused_at_the_second(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)
    columns = ledger.understood[0]["columns"]
    task, spare = (next(one for one in columns if one["part"] == part) for part in ("task", "progress"))
    html = client.get(address(ledger)).content.decode()
    chosen = {f"c:台账!{spare['letter']}": "task"}
    answer = client.post(address(ledger), mapping(world, html, **chosen))
    first, _ = sorted((task, spare), key=lambda one: str(one["letter"]))
    assert f"“{first['heading']}”已经当作事项，这样的只能有一列" in answer.content.decode()
    ledger.refresh_from_db()
    assert ledger.columns == {}
    chosen[f"c:台账!{task['letter']}"] = "other"
    assert client.post(address(ledger), mapping(world, html, **chosen)).status_code == 303


def test_without_an_approver_nothing_begins(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)
    html = client.get(address(ledger)).content.decode()
    answer = client.post(address(ledger), mapping(world, html, run="1", approver_id=""))
    assert answer.status_code == 422
    assert "立项要有批准人和依据" in answer.content.decode()
    assert not JobRun.objects.exists()


def test_the_rows_to_put_right_are_a_workbook(world: World) -> None:
    ledger = uploaded(world)
    answer = world.client(LI_MIN).get(address(ledger, "import-errors"))
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(rows) == 2
    assert rows[1][4] == "观测暴雨"
    assert "市气象观象台" in rows[1][13]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "请选一份台账文件"),
        (("a.csv", "姓名,电话\n李敏,1\n".encode()), "没有找到“事项”"),
    ],
)
def test_what_is_no_ledger_is_refused(world: World, file: tuple[str, bytes] | None, sentence: str) -> None:
    data = {"unit_id": world.units["SWB-DC"].pk} | ({"file": sent(*file)} if file else {})
    answer = world.client(LI_MIN).post(reverse("supervision:imports"), data)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert sentence in html
    assert "不用再选" not in html
    assert not LedgerImport.objects.exists()
    assert not File.objects.exists()
    assert not Blob.objects.exists()


def test_a_ledger_in_the_old_form_comes_in_as_any_other(world: World) -> None:
    rows = [
        ["2026年督办台账"],
        ["督办事项", "牵头单位", "完成时限"],
        ["推进城市更新", "市教育局", "2026年12月20日"],
    ]
    assert upload(world, file=sent("旧台账.xls", old_binary.book("台账", rows))).status_code == 303
    ledger, client = LedgerImport.objects.get(), world.client(LI_MIN)
    html = client.get(address(ledger)).content.decode()
    assert "试读 1 行：待办 1" in html
    client.post(address(ledger), mapping(world, html, run="1"))
    [matter] = Matter.objects.all()
    assert (matter.title, matter.lead_unit, str(matter.current_due)) == (
        "推进城市更新", world.units["JYJ"], "2026-12-20",
    )  # fmt: skip


def test_undoing_asks_why(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)
    client.post(address(ledger), mapping(world, client.get(address(ledger)).content.decode(), run="1"))
    answer = client.post(address(ledger, "import-undo"), {"reason": ""})
    assert answer.status_code == 422
    assert "请写明撤销的理由" in answer.content.decode()
    assert Matter.objects.exclude(group=Group.VOID).count() == 5


def test_a_matter_tells_where_it_was_taken_from(world: World) -> None:
    ledger, client = uploaded(world), world.client(LI_MIN)
    client.post(address(ledger), mapping(world, client.get(address(ledger)).content.decode(), run="1"))
    matter = Matter.objects.get(title="印发工作要点")
    html = client.get(reverse("supervision:directive", args=[matter.pk])).content.decode()
    assert "从台账《原台账.xlsx》第6行补录" in html
    assert "D-4" in html
    assert world.client(WANG_JIANPING).get(address(ledger)).status_code == 404


def test_a_long_ledger_is_tried_as_a_job_until_it_is_mapped_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "AT_ONCE", 5)
    ledger, client = uploaded(world), world.client(LI_MIN)
    html = client.get(address(ledger)).content.decode()
    assert "台账约 6 行，试读要等一会儿" in html
    answer = client.post(address(ledger, "import-trial"))
    run = JobRun.objects.get()
    assert (answer.url, run.state) == (reverse("jobs:run", args=[run.pk]), RunState.DONE)
    html = client.get(address(ledger)).content.decode()
    assert "试读 6 行：待办 3，已办结 1，已取消 1，要改 1" in html
    answer = client.post(address(ledger), mapping(world, html, **{"c:台账!C": "other"}))
    assert answer.url == reverse("jobs:run", args=[JobRun.objects.latest("pk").pk])
    assert "要改 6" in client.get(address(ledger)).content.decode()
    assert not Matter.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("旧.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "不接收这种文件"),
        ("表.ET", old_binary.book("台账", [["督办事项"]])[:1580], "文件已损坏"),
        ("表.ods", papers.packed({"mimetype": "opendocument", "content.xml": "x"}), "另存为 docx、xlsx"),
        ("导出.csv", b"<html><table><tr><td>1", "另存为 .xlsx 后再上传"),
        ("名单.csv", "姓名,电话\n李敏,1\n".encode(), "加一行表头"),
    ],
)
def test_what_cannot_be_taken_over_says_what_to_do(
    world: World, name: str, content: bytes, told: str
) -> None:
    answer = upload(world, file=sent(name, content))
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not LedgerImport.objects.exists()
