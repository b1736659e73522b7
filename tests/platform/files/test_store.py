import hashlib
import io
import os

import pytest

from tests.platform.files import papers
from tests.platform.files.conftest import CLERK, MONDAY
from tests.refusing import refused
from tests.supervision.ledgers import old_binary
from zhongshu.kernel.digests import digest
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.files import depot as disk
from zhongshu.platform.files import queries, registry, services
from zhongshu.platform.files.models import Blob, File
from zhongshu.platform.files.refusals import SecrecyMarked, Unacceptable
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.usecases.registry import use_case

MINUTES = "市政府常务会议纪要\n会议决定，由市发改委牵头。"


def test_keeps_the_bytes_under_their_digest_with_both_digests_told(store):
    data = papers.word(MINUTES)
    file = store(data, "纪要.docx")
    assert file.blob.sha256 == hashlib.sha256(data).hexdigest()
    assert file.blob.sm3 == digest(data, "sm3").hex()
    assert disk.place_of(file.blob.sha256).read_bytes() == data
    assert queries.is_whole(file.blob)
    entry = Entry.objects.get(stream=f"file:{file.pk}")
    assert (entry.verb, entry.facts["sha256"]) == ("files.stored", file.blob.sha256)


def test_the_same_bytes_are_kept_once_whatever_they_are_called(store, bytes_left):
    data = papers.word(MINUTES)
    first, second = store(data, "纪要.docx"), store(data, "会议纪要（定稿）.docx")
    assert first.blob_id == second.blob_id
    assert len(bytes_left()) == 1


def test_bytes_lost_from_the_disk_come_back_with_the_next_upload(store):
    data = papers.word(MINUTES)
    blob = store(data, "纪要.docx").blob
    disk.place_of(blob.sha256).unlink()
    assert not queries.is_whole(blob)
    store(data, "纪要.docx")
    assert queries.is_whole(blob)


ACCEPTED = [
    (papers.word(MINUTES), "纪要.docx", "docx"),
    (papers.workbook(("事项", "时限"), ("防汛", "6月底前")), "台账.xlsx", "xlsx"),
    (papers.pdf("会议纪要", "由市发改委牵头"), "纪要.PDF", "pdf"),
    (papers.ofd("关于做好防汛工作的通知"), "通知.ofd", "ofd"),
    (old_binary.book("台账", [["事项", "时限"], ["防汛", "6月底前"]]), "台账.xls", "excel"),
    (old_binary.book("台账", [["事项", "时限"]]), "台账.et", "excel"),
    (MINUTES.encode(), "纪要.txt", "text"),
    (MINUTES.encode("gb18030"), "纪要.txt", "text"),
    (b"\xff\xfe" + MINUTES.encode("utf-16-le"), "纪要.txt", "text"),
    ("单位,事项\n发改委,防汛".encode(), "台账.csv", "text"),
    (papers.png(1200, 800), "现场.png", "png"),
    (papers.jpeg(4000, 3000), "现场.jpeg", "jpeg"),
]


@pytest.mark.parametrize(("data", "name", "code"), ACCEPTED, ids=[name for _, name, _ in ACCEPTED])
def test_takes_in_what_an_office_sends(store, data, name, code):
    assert code in store(data, name).blob.media_type.replace("wordprocessingml", "docx").replace(
        "spreadsheetml", "xlsx"
    )


def _lying_zip() -> bytes:
    """A container that declares 10 bytes for a part that inflates to far more."""
    honest = papers.replaced(papers.word("x"), "word/media/a.bin", b"\x00" * 40_000_000)
    real = (40_000_000).to_bytes(4, "little")
    return honest.replace(real, (10).to_bytes(4, "little"))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
BAD = [
    ("empty_file", b"", "空.txt"),
    ("empty_file", b"\x00" * 900, "空.txt"),
    ("file_encrypted", OLE + "EncryptedPackage".encode("utf-16-le"), "纪要.docx"),
    ("file_encrypted", papers.pdf("x", password=True), "纪要.pdf"),
    ("file_unreadable", b"%PDF-1.7 broken", "纪要.pdf"),
    ("file_unreadable", papers.word(MINUTES)[:-400], "纪要.docx"),
    ("file_unreadable", papers.word_of("<w:p>"), "纪要.docx"),
    ("file_unreadable", b"\xff\xd8\xff\xe0\x00\x10", "照片.jpg"),
    ("file_with_macros", papers.with_macros(), "纪要.docx"),
    ("file_with_macros", papers.with_macros(), "纪要.docm"),
    ("type_and_name_differ", papers.pdf("x"), "纪要.docx"),
    ("type_and_name_differ", papers.word(MINUTES), "纪要.pdf"),
    ("type_and_name_differ", papers.word(MINUTES), "纪要"),
    ("type_and_name_differ", MINUTES.encode(), "纪要.exe"),
    ("type_not_accepted", b"MZ\x90\x00" + b"\x00\x01" * 500, "纪要.docx"),
    ("type_not_accepted", b"{\\rtf1\\ansi hello}", "纪要.doc"),
    ("type_not_accepted", b"\x00\x01\x02\x03" * 300, "纪要.txt"),
    ("type_not_accepted", papers.packed({"a.txt": "x"}), "资料.zip"),
    ("type_not_accepted", OLE + "PowerPoint Document".encode("utf-16-le"), "讲稿.ppt"),
    ("file_unreadable", OLE + "Workbook\0".encode("utf-16-le"), "台账.xls"),
    ("sheet_too_wide", old_binary.far_apart(), "台账.xls"),
    ("sheet_too_wide", papers.far_apart(), "台账.xlsx"),
    ("file_expands_too_far", papers.replaced(papers.word("x"), "word/a.bin", b"\x00" * 60_000_000), "a.docx"),
    (
        "file_expands_too_far",
        papers.replaced(
            papers.word("x"), "a.zip", papers.packed({"b.zip": papers.packed({"c.zip": papers.packed({})})})
        ),
        "a.docx",
    ),
    ("file_expands_too_far", _lying_zip(), "a.docx"),
    ("file_expands_too_far", papers.png(60_000, 60_000), "图.png"),
    ("file_expands_too_far", papers.jpeg(65_000, 65_000), "图.jpg"),
]


@pytest.mark.parametrize(("code", "data", "name"), BAD, ids=[f"{code}:{name}" for code, _, name in BAD])
def test_refuses_with_a_word_on_what_to_do_and_leaves_nothing(store, bytes_left, code, data, name):
    with pytest.raises(Unacceptable) as caught:
        store(data, name)
    assert caught.value.code == code
    assert "请" in str(caught.value)
    assert bytes_left() == []
    assert not Blob.objects.exists()


def test_counts_bytes_as_they_come_and_trusts_no_declared_length(store, bytes_left, settings):
    settings.UPLOAD_LIMIT_BYTES = 1024 * 1024
    with pytest.raises(Unacceptable) as caught:
        store(b"a" * (1024 * 1024 + 1), "长.txt")
    assert caught.value.code == "file_too_large"
    assert bytes_left() == []


MARKED = [
    (papers.word("机密★10年", "关于防汛的通知"), "通知.docx"),
    (papers.word("关于防汛的通知", header="秘密★5年"), "通知.docx"),
    (papers.word("通知", rows=(("份号 000001", "机密★10年"),)), "通知.docx"),
    (papers.pdf("机密★10年", "关于防汛的通知"), "通知.pdf"),
    (papers.ofd("绝密★30年", "关于防汛的通知"), "通知.ofd"),
    (papers.workbook(("事项", "密级"), ("防汛", "秘密")), "台账.xlsx"),
    (old_binary.book("台账", [["事项", "密级"], ["防汛", "秘密"]]), "台账.xls"),
    (old_binary.book("台账", [["防汛"]]) + "\r机密★10年\r".encode("utf-16-le"), "台账.xls"),
    ("秘密★3年\n通知".encode("gb18030"), "通知.txt"),
    (OLE + "WordDocument\r机密★10年\r关于防汛".encode("utf-16-le"), "通知.doc"),
    (papers.word("关于防汛的通知"), "机密★10年.docx"),
]


@pytest.mark.parametrize(("data", "name"), MARKED, ids=[f"{n}-{name}" for n, (_, name) in enumerate(MARKED)])
def test_a_marked_paper_is_refused_leaves_no_byte_and_one_line_in_the_journal(store, bytes_left, data, name):
    told = []
    registry.on_secrecy_mark(lambda actor, at: told.append((actor.person_id, at)))
    with refused("secrecy_marked", SecrecyMarked) as caught:
        store(data, name)
    registry._on_secrecy_mark.pop()
    assert caught.value.rule == "C-01"
    assert bytes_left() == []
    assert (Blob.objects.count(), File.objects.count()) == (0, 0)
    [entry] = Entry.objects.all()
    assert (entry.actor_id, entry.at, entry.verb) == (CLERK.person_id, MONDAY, "files.turned_away_marked")
    assert entry.facts == {"rule": "C-01"}
    assert told == [(CLERK.person_id, MONDAY)]


def test_a_mark_found_deep_in_a_larger_use_case_is_journalled_though_all_else_is_undone(store, bytes_left):
    @use_case("tests.bring_in_two")
    def bring_in_two(*, actor, at):
        store(papers.word(MINUTES), "一.docx")
        store(papers.word("机密★10年"), "二.docx")

    with refused("secrecy_marked", SecrecyMarked):
        bring_in_two(actor=CLERK, at=MONDAY)
    assert bytes_left() == []
    assert not Blob.objects.exists()
    assert [entry.verb for entry in Entry.objects.all()] == ["files.turned_away_marked"]


def test_pasted_text_is_held_to_the_same(db):
    @use_case("tests.paste")
    def paste(*, actor, text, at):
        services.refuse_secrets(text, actor=actor, at=at)

    with refused("secrecy_marked", SecrecyMarked):
        paste(actor=CLERK, text="机密★10年\n会议决定", at=MONDAY)
    assert Entry.objects.get().facts == {"rule": "C-01"}


def test_internal_papers_are_welcome(store):
    assert store(papers.word("内部", "工作秘密", "关于防汛的通知"), "通知.docx").pk


def test_names_are_stripped_of_paths_and_tricks(store):
    assert store(MINUTES.encode(), "C:\\文件\\纪\u202e要.txt").name == "纪要.txt"
    assert store(MINUTES.encode(), "纪\u061c\u2028\u00ad\u2060要.txt").name == "纪要.txt"
    assert store(b"x", "../../etc/passwd.txt").name == "passwd.txt"
    assert store(b"x", "长" * 300 + ".txt").name == "长" * 196 + ".txt"


def test_sweeps_up_after_killed_processes_but_spares_the_young_and_the_named(store, bytes_left, depot):
    named = store(MINUTES.encode(), "纪要.txt").blob
    orphan = depot / "ab" / "cd" / ("abcd" + "0" * 60)
    passing = depot / "incoming" / "half"
    young = depot / "incoming" / "young"
    orphan.parent.mkdir(parents=True)
    for path in (orphan, passing, young):
        path.write_bytes(b"left behind")
    long_ago = MONDAY.timestamp() - 7 * 3600
    for path in (orphan, passing, disk.place_of(named.sha256)):
        os.utime(path, (long_ago, long_ago))
    os.utime(young, (MONDAY.timestamp(),) * 2)
    assert sorted(services.sweep(at=MONDAY)) == sorted(["half", orphan.name])
    assert set(bytes_left()) == {disk.place_of(named.sha256), young}


def test_a_failed_upload_does_not_take_away_the_same_bytes_stored_by_another_meanwhile(depot, bytes_left):
    data = papers.word(MINUTES)
    with disk.spooled(io.BytesIO(data)) as first:
        mine = disk.settle(first)
    with disk.spooled(io.BytesIO(data)) as second:
        disk.settle(second)
    assert not disk.remove(first.sha256, inode=mine)
    assert len(bytes_left()) == 1


def test_a_use_case_that_fails_after_storing_leaves_no_byte(store, bytes_left):
    @use_case("tests.store_then_fail")
    def store_then_fail(*, actor, at):
        store(papers.word(MINUTES), "纪要.docx")
        return 1 / 0

    with pytest.raises(ZeroDivisionError):
        store_then_fail(actor=CLERK, at=MONDAY)
    assert bytes_left() == []


def test_a_form_sent_twice_stores_once_and_other_content_under_its_key_is_refused(db, depot):
    def send(data: bytes) -> File:
        return services.store(
            actor=CLERK, stream=io.BytesIO(data), name="纪要.txt", at=MONDAY, idempotency_key="form-1"
        )

    assert send(b"one") == send(b"one")
    assert File.objects.count() == 1
    with refused("key_reused", Conflict):
        send(b"two")
