"""Depositing a closed matter (rules A-01, A-03, A-06, A-07, A-11)."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.db import transaction

from tests.archive.conftest import AT, SYSTEM, closed_matter
from tests.refusing import refused
from zhongshu.archive import queries, services
from zhongshu.archive.models import Deposit
from zhongshu.archive.services import PackagedFile, package_of
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters.models import Group, Importance, Matter
from zhongshu.org.models import Unit
from zhongshu.platform.journal.services import record
from zhongshu.platform.usecases.registry import use_case

pytestmark = pytest.mark.usefixtures("archive_root")
REPORT = PackagedFile("办结报告.pdf", "办结报告", b"%PDF-1.7 report")


def deposit(matter: Matter, *files: PackagedFile) -> Deposit:
    with transaction.atomic():
        record(stream=matter.stream, verb="archive.deposited", actor=SYSTEM, at=AT, data={"n": "销号"})
    return services.deposit(actor=SYSTEM, package=package_of(matter, at=AT, files=files), at=AT)


def run_check(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "check.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


class TestDeposit:
    def test_codes_run_without_gap_in_each_class(self, office: Unit) -> None:
        codes = [deposit(closed_matter(office)).code for _ in range(3)]
        assert codes == [f"Z001-WS·2026-D10-BGS-000{n}" for n in (1, 2, 3)]

    def test_retention_follows_the_scheme(self, office: Unit) -> None:
        matter = closed_matter(office)
        matter.importance = Importance.MAJOR
        assert deposit(matter).code == "Z001-WS·2026-Y-BGS-0001"

    def test_package_can_be_checked_without_the_program(self, office: Unit) -> None:
        made = deposit(closed_matter(office), REPORT, PackagedFile("照片.jpg", "现场照片", b"\xff\xd8x"))
        folder = queries.place_of(made)
        sums = subprocess.run(["sha256sum", "-c", "manifest-sha256.txt"], cwd=folder, capture_output=True)
        assert sums.returncode == 0
        run = run_check(folder)
        assert (run.returncode, run.stderr) == (0, "")
        assert made.manifest_sha256 in run.stdout and made.manifest_sm3 in run.stdout

    def test_papers_tell_what_the_rules_ask(self, office: Unit) -> None:
        folder = queries.place_of(deposit(closed_matter(office, "题名\x0b含控制符"), REPORT))
        told = json.loads((folder / "metadata.json").read_text())
        assert told["archival_code"] == "Z001-WS·2026-D10-BGS-0001"
        assert told["journal"]["entries"] == 1
        xml = ElementTree.parse(folder / "metadata.xml").getroot()
        assert xml.findtext("档号/件号") == "1"
        assert xml.findtext("来源/全宗名称") == "澄江市委办公室"

    def test_list_has_every_file_with_its_digests(self, office: Unit) -> None:
        made = deposit(closed_matter(office), REPORT)
        on_disk = {
            p.relative_to(queries.place_of(made)).as_posix() for p in queries.place_of(made).rglob("*.*")
        }
        assert {file.path for file in queries.files_of(made)} == on_disk

    def test_refuses_a_second_deposit(self, office: Unit) -> None:
        matter = closed_matter(office)
        deposit(matter)
        with refused("already_deposited", Conflict, match="已经归档"):
            deposit(matter)

    def test_refuses_an_open_matter(self, office: Unit) -> None:
        matter = closed_matter(office)
        Matter.objects.filter(pk=matter.pk).update(group=Group.OPEN)
        with refused("matter_is_open", match="还没有办结"):
            deposit(matter)

    def test_refuses_an_organ_without_fonds_number_and_says_what_to_do(self, office: Unit) -> None:
        office.fonds_code = ""
        with refused("organ_without_fonds") as caught:
            deposit(closed_matter(office))
        assert "填写全宗号" in str(caught.value)

    def test_refuses_a_file_that_is_no_longer_what_came_in(self, office: Unit, archive_root: Path) -> None:
        with refused("file_is_damaged", match="与上传时的内容不一致"):
            deposit(closed_matter(office), PackagedFile("a.txt", "稿", b"changed", sha256="0" * 64))
        assert not [p for p in archive_root.rglob("*") if p.is_file()]

    @pytest.mark.parametrize(
        "name", ["../../etc/passwd", "a\\b\n.txt", "。" * 300 + ".docx", "", "..", "con?.pdf", "\udc80.pdf"]
    )
    def test_keeps_any_name_within_the_package(self, office: Unit, name: str) -> None:
        made = deposit(
            closed_matter(office), PackagedFile(name, "附件", b"x"), PackagedFile(name, "附件", b"y")
        )
        assert len(list((queries.place_of(made) / "files").iterdir())) == 2
        assert run_check(queries.place_of(made)).returncode == 0


class TestRollback:
    def test_leaves_nothing_when_the_use_case_around_it_fails(self, office: Unit, archive_root: Path) -> None:
        matter = closed_matter(office)

        @use_case("tests.fails_after_deposit")
        def fails() -> None:
            services.deposit(actor=SYSTEM, package=package_of(matter, at=AT, files=(REPORT,)), at=AT)
            assert list(archive_root.rglob("*.pdf"))
            raise Refusal("no", "否")

        with refused("no"):
            fails()
        assert not [p for p in archive_root.rglob("*") if p.is_file()]
        assert not Deposit.objects.exists()
        assert deposit(matter).item == 1

    def test_a_leaving_of_a_killed_process_gives_way(self, office: Unit, archive_root: Path) -> None:
        left = archive_root / "Z001/2026/Z001-WS·2026-D10-BGS-0001"
        left.mkdir(parents=True)
        (left / "half.txt").write_text("half")
        made = deposit(closed_matter(office), REPORT)
        assert queries.place_of(made) == left
        assert run_check(left).returncode == 0
