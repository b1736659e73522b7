"""The three consoles, one's own page, the command line."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from click.testing import CliRunner
from django.db import transaction
from django.test import Client
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.platform.accounts.conftest import AT, PASSWORD
from tests.world import HAN_BING, LI_MIN, LIANG_XUE, LUO_KAI, SUN_YAO, World
from zhongshu.cli.commands.account import account
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Refusal
from zhongshu.org.models import Person
from zhongshu.platform.accounts import queries
from zhongshu.platform.accounts.models import User
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.jobs.models import JobRun, RunState
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import named, registered


def write(stream: str, verb: str = "accounts.unlocked", **data: str) -> Entry:
    with transaction.atomic():
        return journal.record(stream=stream, verb=verb, actor=SYSTEM, at=AT, data=data)


class TestAccounts:
    def test_are_found_by_the_person_s_name(self, world: World) -> None:
        text = world.client(LIANG_XUE).get("/accounts/?q=李敏").content.decode()
        assert "limin" in text
        assert "督查科" in text
        assert "hewei" not in text

    def test_are_paged_by_name(self, world: World) -> None:
        seen: list[str] = []
        cursor = ""
        for _ in range(5):
            shown = queries.cards(world.actor(LIANG_XUE), after=cursor, limit=4)
            seen += [card.user.username for card in shown.rows]
            cursor = shown.next_cursor
            if not cursor:
                break
        assert seen == sorted(User.objects.values_list("username", flat=True))

    def test_a_new_one_gets_a_password_that_is_shown_once(self, world: World) -> None:
        client = world.client(LIANG_XUE)
        Person.objects.create(name="徐青", staff_number="CJ014")
        assert client.post("/accounts/new/", {"username": "xuqing"}).status_code == 422
        wrong = client.post("/accounts/new/", {"username": "xuqing", "staff_number": "CJ999"})
        assert "没有工号为 CJ999 的在职人员" in wrong.content.decode()
        assert not User.objects.filter(username="xuqing").exists()
        text = client.post("/accounts/new/", {"username": "xuqing", "staff_number": "CJ014"}).content.decode()
        user = User.objects.get(username="xuqing")
        secret = text.split("<code>")[1].split("</code>")[0]
        assert user.check_password(secret)
        assert user.must_change_password
        assert Person.objects.get(staff_number="CJ014").user == user
        twice = client.post("/accounts/new/", {"username": "xuqing2", "staff_number": "CJ014"})
        assert "一人只用一个账号" in twice.content.decode()

    def test_every_button_of_the_page_works(self, world: World) -> None:
        client, user = world.client(LIANG_XUE), world.user(SUN_YAO)
        for deed in ("close", "reopen", "unlock", "end-sessions"):
            assert client.post(f"/accounts/{user.pk}/{deed}/").status_code == 303, deed
        assert client.post(f"/accounts/{user.pk}/grant/", {"role": "audit"}).status_code == 303
        assert "撤销审计管理员" in client.get(f"/accounts/{user.pk}/").content.decode()
        assert client.post(f"/accounts/{user.pk}/withdraw/").status_code == 303
        assert client.post(f"/accounts/{user.pk}/dance/").status_code == 404
        told = client.get(f"/accounts/{user.pk}/").content.decode()
        assert "停用账号，会话即时结束" in told

    def test_one_s_own_is_not_for_oneself_to_close(self, world: World) -> None:
        client, own = world.client(LIANG_XUE), world.user(LIANG_XUE)
        assert "另一位安全管理员" in client.get(f"/accounts/{own.pk}/").content.decode()
        assert client.post(f"/accounts/{own.pk}/close/").status_code == 403


class TestJournal:
    def test_is_narrowed_by_stream_person_and_day(self, world: World) -> None:
        write("matter:1")
        write("matter:17")
        client = world.client(HAN_BING)
        text = client.get("/journal/?stream=matter:1").content.decode()
        assert ("matter:1#1" in text, "matter:17#1" in text) == (True, False)
        assert "matter:17#1" in client.get("/journal/?stream=matter").content.decode()
        assert "matter:17#1" in client.get("/journal/?since=2026-09-18&until=2026-09-18").content.decode()
        assert "matter:17#1" not in client.get("/journal/?since=2026-09-19").content.decode()
        assert "matter:17#1" in client.get("/journal/?who=系统").content.decode()
        assert "matter:17#1" not in client.get("/journal/?who=李敏").content.decode()

    def test_is_paged_both_ways(self, world: World) -> None:
        written = [write(f"matter:{n}").pk for n in range(7)][::-1]
        wanted, actor = queries.Wanted(stream="matter"), world.actor(HAN_BING)
        first = queries.page_of_lines(actor, wanted, limit=3)
        second = queries.page_of_lines(actor, wanted, after=first.next_cursor, limit=3)
        back = queries.page_of_lines(actor, wanted, before=second.previous_cursor, limit=3)
        assert [line.entry.pk for line in (*first.rows, *second.rows)] == written[:6]
        assert back.rows == first.rows

    def run_of(self, client: Client, path: str, data: dict[str, str] | None = None) -> JobRun:
        """Press the button, let the worker come by; the run whose page one is led to."""
        led = client.post(path, data or {})
        run = JobRun.objects.latest("pk")
        assert led.headers["Location"] == f"/jobs/{run.pk}/"
        jobs.carry_out(run.pk, at=AT)
        run.refresh_from_db()
        return run

    def test_is_verified_and_that_is_journalled(self, world: World) -> None:
        write("matter:1")
        client = world.client(HAN_BING)
        run = self.run_of(client, "/journal/verify/")
        assert run.state == RunState.DONE, run.error
        assert run.total == Entry.objects.exclude(verb="accounts.journal_verified").count()
        assert "留痕完整" in client.get(f"/jobs/{run.pk}/").content.decode()
        assert Entry.objects.get(verb="accounts.journal_verified").facts["where"] == ""

    def test_what_does_not_hold_is_an_alarm(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        entry = write("matter:1")
        monkeypatch.setattr(Entry, "computed_hash", lambda _entry, *_given: b"another")
        client = world.client(HAN_BING)
        run = self.run_of(client, "/journal/verify/")
        shown = client.get(f"/jobs/{run.pk}/").content.decode()
        assert "留痕不相符" in shown
        assert "完成了" not in shown
        assert f"(id {entry.pk})" in Entry.objects.get(verb="accounts.journal_verified").facts["where"]

    def test_is_exported_without_formulas_and_that_is_journalled(self, world: World) -> None:
        write("matter:1", "accounts.key_made", name="=cmd()")
        entry = write("=1+1")
        client = world.client(HAN_BING)
        run = self.run_of(client, "/journal/export/", {"stream": "=1+1"})
        assert "下载留痕（1 条）" in client.get(f"/jobs/{run.pk}/").content.decode()
        sent = client.get(f"/jobs/{run.pk}/product/")
        text = b"".join(sent).decode("utf-8-sig")
        assert "attachment" in sent.headers["Content-Disposition"]
        rows = list(csv.reader(io.StringIO(text)))
        assert [row[3] for row in rows[1:]] == [f"'{entry.stream}"]
        assert Entry.objects.get(verb="accounts.journal_exported").facts["count"] == 1

    def test_what_was_carried_out_is_the_auditor_s_and_only_while_he_is_one(self, world: World) -> None:
        run = self.run_of(world.client(HAN_BING), "/journal/export/")
        assert world.client(LUO_KAI).get(f"/jobs/{run.pk}/").status_code == 200
        assert world.client(LUO_KAI).get(f"/jobs/{run.pk}/product/").status_code == 404
        assert world.client(HAN_BING).get(f"/jobs/{run.pk}/product/").status_code == 200
        User.objects.filter(pk=world.user(HAN_BING).pk).update(admin_role="")
        assert world.client(HAN_BING).get(f"/jobs/{run.pk}/product/").status_code == 404

    def test_an_administrator_who_is_nobody_s_person_owns_what_he_asks_for(self, world: World) -> None:
        user = world.user(HAN_BING)
        Person.objects.filter(user=user).update(user=None)
        client = world.client(HAN_BING)
        run = self.run_of(client, "/journal/verify/")
        assert (run.state, run.started_by, run.asked_by) == (RunState.DONE, None, user.pk)
        assert client.get(f"/jobs/{run.pk}/").status_code == 200
        assert "校验留痕" in client.get("/jobs/").content.decode()
        assert world.client(LIANG_XUE).get(f"/jobs/{run.pk}/").status_code == 404

    def test_a_role_withdrawn_before_the_worker_comes_by_counts(self, world: World) -> None:
        client = world.client(HAN_BING)
        client.post("/journal/export/")
        run = JobRun.objects.latest("pk")
        User.objects.filter(pk=world.user(HAN_BING).pk).update(admin_role="", is_active=False)
        jobs.carry_out(run.pk, at=AT)
        run.refresh_from_db()
        assert (run.state, run.product) == (RunState.FAILED, "")
        assert not Entry.objects.filter(verb="accounts.journal_exported").exists()

    @given(
        since=st.none() | st.dates(), until=st.none() | st.dates(), who=st.text(max_size=9),
        verb=st.text(max_size=9), stream=st.text(max_size=9),
    )  # fmt: skip
    def test_what_is_wanted_survives_the_way_to_the_worker(self, **told: Any) -> None:
        wanted = queries.Wanted(**told)
        assert queries.Wanted.of_plain(json.loads(json.dumps(wanted.as_plain()))) == wanted


def told_apart(language: str) -> Iterator[tuple[str, str]]:
    with translation.override(language):
        for verb in sorted(registered()):
            yield verb.partition(".")[0], named(verb)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_verb_has_a_name_of_its_own_among_those_of_its_floor(language: str) -> None:
    names = Counter(told_apart(language))
    assert {name for name, times in names.items() if times > 1} == set()
    assert "" not in {name for _floor, name in names}


def test_the_journal_is_narrowed_by_words(world: World) -> None:
    page = world.client(HAN_BING).get("/journal/").content.decode()
    assert '<optgroup label="督查督办">' in page
    assert '<option value="supervision.brought_in">导入《…》，识别出 … 项任务</option>' in page


def test_a_key_stands_on_one_page_only(world: World) -> None:
    client = world.client(LI_MIN)
    text = client.post("/me/keys/", {"name": "报表程序"}).content.decode()
    key = text.split("<code>")[1].split("</code>")[0]
    assert queries.user_of_token(key) == world.user(LI_MIN)
    assert key not in client.get("/me/").content.decode()
    token = world.user(LI_MIN).tokens.get()
    client.post(f"/me/keys/{token.pk}/revoke/")
    assert queries.user_of_token(key) is None


def test_ending_other_sessions_keeps_this_one(world: World) -> None:
    here, there = world.client(LI_MIN), world.client(LI_MIN)
    assert here.post("/me/end-sessions/").status_code == 303
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302


class TestCommandLine:
    def test_the_password_comes_by_prompt_or_surroundings(self, db: None, monkeypatch: Any) -> None:
        typed = CliRunner().invoke(
            account, ["create", "secadmin", "--role", "security"], input=f"{PASSWORD}\n" * 2
        )
        assert typed.exit_code == 0, typed.output
        assert PASSWORD not in typed.output
        monkeypatch.setenv("ZHONGSHU_NEW_PASSWORD", PASSWORD)
        assert CliRunner().invoke(account, ["create", "limin"]).exit_code == 0
        for name, role in (("secadmin", "security"), ("limin", "")):
            user = User.objects.get(username=name)
            assert (user.check_password(PASSWORD), user.admin_role) == (True, role)

    def test_a_weak_one_is_refused(self, db: None, monkeypatch: Any) -> None:
        monkeypatch.setenv("ZHONGSHU_NEW_PASSWORD", "123")
        assert isinstance(CliRunner().invoke(account, ["create", "limin"]).exception, Refusal)

    def test_reset_and_token_print_what_was_made(self, world: World) -> None:
        said = CliRunner().invoke(account, ["reset", "limin"]).output
        assert world.user(LI_MIN).check_password(said.rsplit("：", 1)[1].strip()) is False
        assert User.objects.get(username="limin").check_password(said.rsplit("：", 1)[1].strip())
        key = CliRunner().invoke(account, ["token", "limin", "报表"]).output.strip()
        assert queries.user_of_token(key) == world.user(LI_MIN)

    @pytest.mark.parametrize("deed", [["reset", "nobody"], ["token", "nobody", "x"]])
    def test_nobody_is_told_so(self, db: None, deed: list[str]) -> None:
        assert isinstance(CliRunner().invoke(account, deed).exception, Refusal)
