import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.archive.conftest import AT, SYSTEM, closed_matter
from tests.archive.test_deposit import REPORT, deposit, run_check
from tests.refusing import refused
from tests.world import World
from zhongshu.archive import queries
from zhongshu.archive.models import Deposit
from zhongshu.archive.queries import Filters
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Grant
from zhongshu.org.models import Duty, Post
from zhongshu.platform.journal.models import Entry

pytestmark = pytest.mark.usefixtures("archive_root")


@pytest.fixture
def kept(world: World) -> Deposit:
    """One deposit of the party committee's office."""
    office = world.units["SWB"]
    office.fonds_code = "Z001"
    return deposit(closed_matter(office), REPORT)


@pytest.fixture
def keeper(world: World) -> str:
    """Somebody of the office whose post keeps the archive."""
    return _named(world, Duty.KEEP_ARCHIVE)


def _named(world: World, duty: str) -> str:
    posts = [p for p in Post.objects.filter(unit__organ=world.units["SWB"]) if duty in p.duties]
    if not posts:
        post = Post.objects.filter(unit__organ=world.units["SWB"], appointments__isnull=False).first()
        assert post
        post.duties = [duty]
        post.save()
        posts = [post]
    return posts[0].appointments.get().person.name


class TestList:
    def test_shows_the_keeper_what_was_filed(self, world: World, kept: Deposit, keeper: str) -> None:
        answer = world.client(keeper).get("/archive/")
        assert answer.status_code == 200
        assert kept.code in answer.content.decode()

    def test_pages_forth_and_back_without_loss(self, world: World) -> None:
        office = world.units["SWB"]
        office.fonds_code = "Z001"
        made = [deposit(closed_matter(office, f"事项{n}")).pk for n in range(7)]
        seen: list[int] = []
        page = queries.page(SYSTEM, limit=3)
        while True:
            seen += [row.pk for row in page.rows]
            if not page.next_cursor:
                break
            page = queries.page(SYSTEM, after=page.next_cursor, limit=3)
        assert seen == made[::-1]
        back = queries.page(SYSTEM, before=page.previous_cursor, limit=3)
        assert [row.pk for row in back.rows] == made[::-1][3:6]

    def test_filters(self, world: World, kept: Deposit) -> None:
        for filters, found in (
            (Filters(year=2026), 1),
            (Filters(year=2025), 0),
            (Filters(retention="Y"), 0),
            (Filters(unit=kept.unit_id), 1),
            (Filters(text="小区 0001"), 1),
            (Filters(text="别的"), 0),
        ):
            assert queries.visible(SYSTEM, filters).count() == found, filters

    def test_exports_what_is_visible(self, world: World, kept: Deposit, keeper: str) -> None:
        answer = world.client(keeper).get("/archive/export/")
        sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
        assert [cell.value for cell in sheet[3]][:2] == [kept.code, kept.title]
        assert Entry.objects.filter(verb="archive.list_exported").exists()


class TestDepositPage:
    def test_lists_files_and_checks(self, world: World, kept: Deposit, keeper: str) -> None:
        client = world.client(keeper)
        shown = client.get(f"/archive/{kept.pk}/").content.decode()
        assert "files/001_办结报告.pdf" in shown and "检查归档包" in shown
        told = client.post(f"/archive/{kept.pk}/check/", follow=True).content.decode()
        assert "检查通过" in told
        path = queries.place_of(kept) / "files/001_办结报告.pdf"
        path.chmod(0o600)
        path.write_bytes(b"x")
        told = client.post(f"/archive/{kept.pk}/check/", follow=True).content.decode()
        assert "真实性有问题：files/001_办结报告.pdf，内容已变" in told

    def test_the_zip_is_the_package(self, world: World, kept: Deposit, keeper: str, tmp_path: Path) -> None:
        answer = world.client(keeper).get(f"/archive/{kept.pk}/package/")
        zipfile.ZipFile(io.BytesIO(answer.getvalue())).extractall(tmp_path)
        assert run_check(tmp_path / queries.place_of(kept).name).returncode == 0
        assert Entry.objects.filter(stream=kept.stream, verb="archive.copied").count() == 1

    def test_a_file_is_handed_out_and_noted(self, world: World, kept: Deposit, keeper: str) -> None:
        answer = world.client(keeper).get(f"/archive/{kept.pk}/files/1/")
        assert answer.getvalue() == REPORT.content
        assert world.client(keeper).get(f"/archive/{kept.pk}/files/99/").status_code == 404


class TestNeedToKnow:
    def test_does_not_exist_for_others(self, world: World, kept: Deposit) -> None:
        outsider = next(n for n, p in world.people.items() if not world.actor(n).organ_ids & {kept.organ_id})
        for page in ("", "package/", "files/1/"):
            assert world.client(outsider).get(f"/archive/{kept.pk}/{page}").status_code == 404
        assert world.client(outsider).post(f"/archive/{kept.pk}/check/").status_code == 404

    def test_exists_for_whom_the_matter_was_made_known_to_but_is_not_his_to_check(
        self, world: World, kept: Deposit
    ) -> None:
        outsider = next(n for n, p in world.people.items() if not world.actor(n).organ_ids & {kept.organ_id})
        Grant.objects.create(
            matter_id=kept.pk, principal=f"p:{world.people[outsider].pk}", origin="copied", at=AT
        )
        client = world.client(outsider)
        assert "检查归档包" not in client.get(f"/archive/{kept.pk}/").content.decode()
        assert client.post(f"/archive/{kept.pk}/check/").status_code == 403

    def test_codes_are_found_only_by_those_who_may_know(self, world: World, kept: Deposit) -> None:
        outsider = next(n for n, p in world.people.items() if not world.actor(n).organ_ids & {kept.organ_id})
        assert queries.by_code(SYSTEM, kept.code) == kept
        with refused("no_such_deposit", NotFound):
            queries.by_code(world.actor(outsider), kept.code)
