import hashlib
import json
import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.archive.conftest import AT, SYSTEM, closed_matter
from tests.archive.test_deposit import REPORT, deposit, run_check
from zhongshu.archive import offline, queries, services
from zhongshu.archive.services import PackagedFile
from zhongshu.archive.services.folder import put, put_file, put_manifests
from zhongshu.archive.services.papers import checker
from zhongshu.org.models import Unit
from zhongshu.platform.journal.models import Entry

FILES = st.lists(st.tuples(st.text(max_size=40), st.binary(max_size=300)), min_size=1, max_size=4)


def packaged(files: list[tuple[str, bytes]], parent: str) -> Path:
    """A package of ``files`` whose matter has no history yet."""
    folder = Path(tempfile.mkdtemp(dir=parent))
    written = [
        put_file(folder, n, PackagedFile(name, "附件", content)) for n, (name, content) in enumerate(files, 1)
    ]
    journal = {"stream": "matter:1", "entries": 0, "digest": "sm3", "head": "0" * 64}
    metadata = {"files": [{"path": one.path, "sha256": one.sha256} for one in written], "journal": journal}
    written.append(put(folder, "metadata.json", json.dumps(metadata).encode()))
    written += [put(folder, "journal.jsonl", b""), put(folder, "check.py", checker())]
    put_manifests(folder, written)
    return folder


def all_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def named(folder: Path) -> set[str]:
    return {path for _, path in offline.faults(folder)}


class TestStandaloneCheck:
    @settings(max_examples=15, deadline=None)
    @given(files=FILES)
    def test_passes_what_was_written(self, files: list[tuple[str, bytes]]) -> None:
        with tempfile.TemporaryDirectory() as parent:
            run = run_check(packaged(files, parent))
        assert run.returncode == 0, run.stdout + run.stderr

    @settings(max_examples=80, deadline=None)
    @given(files=FILES, data=st.data())
    def test_names_the_file_in_which_one_byte_changed(
        self, files: list[tuple[str, bytes]], data: st.DataObject
    ) -> None:
        with tempfile.TemporaryDirectory() as parent:
            folder = packaged(files, parent)
            changed = data.draw(st.sampled_from([p for p in all_files(folder) if p.stat().st_size]))
            content = bytearray(changed.read_bytes())
            content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
            _write(changed, bytes(content))
            assert changed.relative_to(folder).as_posix() in named(folder)

    @settings(max_examples=40, deadline=None)
    @given(files=FILES, data=st.data())
    def test_names_the_file_that_is_gone(self, files: list[tuple[str, bytes]], data: st.DataObject) -> None:
        with tempfile.TemporaryDirectory() as parent:
            folder = packaged(files, parent)
            gone = data.draw(st.sampled_from(all_files(folder)))
            gone.unlink()
            assert gone.relative_to(folder).as_posix() in named(folder)

    @settings(max_examples=40, deadline=None)
    @given(
        files=FILES,
        where=st.sampled_from(["", "files/", "more/"]),
        name=st.from_regex(r"[a-z]{1,8}", fullmatch=True),
    )
    def test_names_the_file_that_was_added(
        self, files: list[tuple[str, bytes]], where: str, name: str
    ) -> None:
        with tempfile.TemporaryDirectory() as parent:
            folder = packaged(files, parent)
            (folder / where).mkdir(exist_ok=True)
            (folder / where / name).write_bytes(b"")
            assert named(folder) == {where + name}

    def test_says_so_in_a_process_of_its_own(self, tmp_path: Path) -> None:
        folder = packaged([("报告.pdf", b"one")], str(tmp_path))
        _write(folder / "files/001_报告.pdf", b"two")
        run = run_check(folder)
        assert run.returncode == 1
        assert "files/001_报告.pdf（内容与归档时不一致）" in run.stdout

    def test_a_link_is_foreign(self, tmp_path: Path) -> None:
        folder = packaged([("a", b"one")], str(tmp_path))
        (folder / "files/001_a").unlink()
        (folder / "files/001_a").symlink_to(folder / "check.py")
        assert offline.faults(folder) == [("foreign", "files/001_a")]


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_own_sm3_equals_the_library(first: bytes, second: bytes) -> None:
    own = offline.Sm3()
    own.update(first)
    own.update(second)
    assert own.hexdigest() == hashlib.new("sm3", first + second).hexdigest()


class TestJournalChain:
    def test_names_the_entry_that_was_rewritten_with_all_digests(
        self, office: Unit, archive_root: Path
    ) -> None:
        made = deposit(closed_matter(office), REPORT)
        folder = queries.place_of(made)
        lines = (folder / "journal.jsonl").read_text().replace("销号", "作废")
        _write(folder / "journal.jsonl", lines.encode())
        resum(folder)
        assert offline.faults(folder) == [("chain", "journal.jsonl 第 1 条")]

    def test_notices_an_entry_cut_off_at_the_end(self, office: Unit, archive_root: Path) -> None:
        made = deposit(closed_matter(office), REPORT)
        folder = queries.place_of(made)
        _write(folder / "journal.jsonl", b"")
        resum(folder)
        assert offline.faults(folder) == [("chain", "journal.jsonl 第 1 条")]


class TestCheck:
    def test_finds_a_sound_package_sound_and_writes_it_down(self, office: Unit, archive_root: Path) -> None:
        made = deposit(closed_matter(office), REPORT)
        assert services.check(actor=SYSTEM, deposit=made, at=AT).is_sound
        assert (made.sound, made.checked_at) == (True, AT)
        assert Entry.objects.get(stream=made.stream, verb="archive.checked").facts["sound"] is True

    def test_names_the_first_file_and_the_property(self, office: Unit, archive_root: Path) -> None:
        made = deposit(closed_matter(office), REPORT)
        _write(queries.place_of(made) / "files/001_办结报告.pdf", b"%PDF-1.7 repost")
        first = services.check(actor=SYSTEM, deposit=made, at=AT).first
        assert first and (first.path, first.broken) == ("files/001_办结报告.pdf", "authenticity")
        assert made.sound is False

    def test_finds_a_package_replaced_as_a_whole(self, office: Unit, archive_root: Path) -> None:
        made = deposit(closed_matter(office), REPORT)
        folder = queries.place_of(made)
        _write(folder / "README.txt", b"another")
        resum(folder)
        assert offline.faults(folder) == []
        found = services.check(actor=SYSTEM, deposit=made, at=AT).faults
        assert {fault.kind for fault in found} == {"replaced"}

    def test_notices_a_folder_that_is_gone(self, office: Unit, archive_root: Path) -> None:
        made = deposit(closed_matter(office), REPORT)
        shutil.rmtree(queries.place_of(made))
        first = services.check(actor=SYSTEM, deposit=made, at=AT).first
        assert first and first.broken == "completeness"


def _write(path: Path, content: bytes) -> None:
    path.chmod(0o640)
    path.write_bytes(content)


def resum(folder: Path) -> None:
    """Make both manifests anew, as a forger would."""
    paths = [p for p in all_files(folder) if p.name not in (offline.SHA256, offline.SM3)]
    for name, place in ((offline.SHA256, 0), (offline.SM3, 1)):
        also = [folder / offline.SHA256] if place else []
        lines = [f"{offline.digests(p)[place]}  {p.relative_to(folder).as_posix()}\n" for p in paths + also]
        _write(folder / name, "".join(lines).encode())
