from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.org.test_import import CITY, HEADER
from tests.org.town import AT, Town, acts_for
from zhongshu.kernel.clock import local_day, now
from zhongshu.org import services
from zhongshu.org.deeds import DEEDS, SUBJECTS, address
from zhongshu.org.models import Leave, Person, Post, StandIn, Unit
from zhongshu.org.views import imports
from zhongshu.platform.accounts.models import User
from zhongshu.platform.jobs import progress, ways
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.jobs.models import JobRun, RunState
from zhongshu.platform.journal.models import Entry


def client_of(person: Person) -> Client:
    """A browser in which ``person`` has entered."""
    if person.user is None:
        person.user = User.objects.create(username=f"u{person.pk}")
        person.save()
    client = Client()
    client.force_login(person.user, backend="zhongshu.platform.accounts.backends.AccountBackend")
    return client


def a_subject(town: Town, kind: str) -> int:
    held = town.sun.appointments.get()
    if kind == "kinship":
        one = services.declare_kin(
            actor=town.keeper, person_id=town.sun.pk, other_id=town.li.pk, kind="in_law", at=AT
        )
        return one.pk
    return {
        "unit": town.office.pk,
        "section": town.supervision.pk,
        "post": held.post_id,
        "charge": held.post_id,
        "person": town.sun.pk,
        "absent": town.sun.pk,
        "kin": town.sun.pk,
        "appointment": held.pk,
    }[kind]


def text(answer: Any) -> str:
    return str(answer.content.decode())


class TestReading:
    def test_everybody_inside_sees_the_tree_a_unit_and_a_person(self, town: Town) -> None:
        client = client_of(town.lin)
        assert "市委办公室督查科" in text(client.get("/org/"))
        assert "赵云舟" in text(client.get(f"/org/units/{town.supervision.pk}/"))
        assert "单位负责人" in text(client.get(f"/org/people/{town.li.pk}/"))

    def test_telephone_numbers_are_for_colleagues(self, town: Town) -> None:
        Person.objects.filter(pk=town.li.pk).update(mobile="13900000000")
        page = f"/org/people/{town.li.pk}/"
        assert "13900000000" in text(client_of(town.sun).get(page))
        assert "13900000000" not in text(client_of(town.lin).get(page))

    def test_what_is_not_there_is_not_found(self, town: Town) -> None:
        client = client_of(town.he)
        for path in (
            "units/999/",
            "people/999/",
            "unit/999/rename/",
            "post/999/duties/",
            "appointment/999/end/",
        ):
            assert client.get(f"/org/{path}").status_code == 404
        for path in ("aliases/999/revoke/", "leaves/999/end/", "stand-ins/999/revoke/"):
            assert client.post(f"/org/{path}").status_code == 404


class TestWriting:
    def test_every_form_is_for_the_keeper_only(self, town: Town) -> None:
        keeper, other = client_of(town.he), client_of(town.zhao)
        for deed in DEEDS:
            url = address(deed, a_subject(town, deed.subject))
            assert keeper.get(url).status_code == 200, url
            for answer in (other.get(url), other.post(url)):
                assert answer.status_code == 403, url
        assert set(SUBJECTS) == {deed.subject for deed in DEEDS}

    def test_a_page_offers_no_button_to_who_may_not(self, town: Town) -> None:
        page = f"/org/units/{town.office.pk}/"
        assert "撤销单位" in text(client_of(town.he).get(page))
        assert "撤销单位" not in text(client_of(town.zhao).get(page))

    def test_sets_up_a_section_with_a_post_and_a_new_person(self, town: Town) -> None:
        client = client_of(town.he)
        form = {"name": "综合科", "kind": "section", "code": "lz-zhk"}
        assert client.post(f"/org/unit/{town.office.pk}/open/", form).status_code == 303
        unit = Unit.objects.get(code="lz-zhk")
        client.post(f"/org/unit/{unit.pk}/post/", {"title": "科长", "duties": ["lead_unit"]})
        post = Post.objects.get(unit=unit)
        client.post(
            f"/org/unit/{unit.pk}/take-on/",
            {"name": "郑逸", "staff_number": "G99", "post_id": post.pk, "starts_on": "2026-01-01"},
        )
        assert Person.objects.get(staff_number="G99").appointments.get().post == post

    def test_hangs_a_section_under_another_of_the_same_organ_only(self, town: Town) -> None:
        client = client_of(town.he)
        assert "调整隶属关系" not in text(client.get(f"/org/units/{town.office.pk}/"))
        assert "调整隶属关系" in text(client.get(f"/org/units/{town.supervision.pk}/"))
        address = f"/org/section/{town.supervision.pk}/move/"
        offered = client.get(address).context["form"].fields["parent_id"].choices
        assert [pk for pk, _ in offered] == ["", town.secretariat.pk]
        assert client.post(address, {"parent_id": town.finance.pk}).status_code == 422
        assert client.post(address, {"parent_id": town.secretariat.pk}).status_code == 303
        assert Unit.objects.get(pk=town.supervision.pk).parent == town.secretariat
        assert "调整到“市委办公室秘书科”之下" in text(client.get(f"/org/units/{town.supervision.pk}/"))

    def test_a_refusal_stands_in_the_form_with_what_was_typed(self, town: Town) -> None:
        form = {"name": "综合科", "kind": "section", "code": "lz"}
        answer = client_of(town.he).post(f"/org/unit/{town.office.pk}/open/", form)
        assert answer.status_code in (409, 422)
        assert "请换一个代码" in text(answer) and 'value="综合科"' in text(answer)

    def test_who_leaves_is_logged_out_for_good(self, town: Town) -> None:
        theirs = client_of(town.sun)
        assert theirs.get("/org/").status_code == 200
        answer = client_of(town.he).post(f"/org/person/{town.sun.pk}/leave-office/", {"successor_id": ""})
        assert answer.status_code == 303
        assert theirs.get("/org/").status_code == 302


class TestAbsence:
    def test_one_plans_ones_own(self, town: Town) -> None:
        client, day = client_of(town.li), local_day(now())
        period = {"starts_on": day.isoformat(), "ends_on": (day + timedelta(days=2)).isoformat()}
        assert client.post(f"/org/absent/{town.li.pk}/leave/", period)["Location"] == "/org/absence/"
        client.post(f"/org/absent/{town.li.pk}/stand-in/", {**period, "stand_in_id": town.zhao.pk})
        assert StandIn.objects.get().stand_in == town.zhao
        assert "由赵云舟代理" in text(client.get("/org/absence/"))
        client.post(f"/org/leaves/{Leave.objects.get().pk}/end/")
        client.post(f"/org/stand-ins/{StandIn.objects.get().pk}/revoke/")
        assert not Leave.objects.exists()
        assert "近期没有请假" in text(client.get("/org/absence/"))

    def test_switches_to_the_absent_and_back(self, town: Town) -> None:
        day, client = local_day(now()), client_of(town.sun)
        acts_for(town.sun, town.he, day, day)
        page = f"/org/unit/{town.office.pk}/alias/"
        assert client.get(page).status_code == 403
        assert "代何伟办理" in text(client.get("/org/absence/"))
        client.post("/org/absence/standing-in/", {"absent": town.he.pk})
        assert client.post(page, {"name": "市委办公室"}).status_code == 303
        entry = Entry.objects.get(verb="org.alias_added")
        assert (entry.actor_name, entry.acting_for_name) == ("孙琦", "何伟")
        assert "您正在代何伟办理" in text(client.get("/org/absence/"))
        client.post("/org/absence/standing-in/", {"absent": ""})
        assert client.get(page).status_code == 403

    def test_nobody_switches_to_whom_he_does_not_stand_in_for(self, town: Town) -> None:
        client = client_of(town.sun)
        client.post("/org/absence/standing-in/", {"absent": town.he.pk})
        assert client.get(f"/org/unit/{town.office.pk}/alias/").status_code == 403


class TestImport:
    def upload(self, client: Client, content: str) -> Any:
        return client.post("/org/import/", {"file": SimpleUploadedFile("a.csv", content.encode())})

    def test_tries_then_imports(self, town: Town) -> None:
        client = client_of(town.he)
        answer = self.upload(client, CITY.replace("市委办", "清委办").replace("机关,,", "机关,lz,"))
        assert "将新增 11 项" in text(answer), text(answer)
        assert not Unit.objects.filter(code="SWB").exists()
        assert client.post("/org/import/run/").status_code == 303
        assert Unit.objects.get(code="SWB-DC").organ == Unit.objects.get(code="SWB")
        assert client.post("/org/import/run/").status_code == 422

    def test_a_large_one_is_brought_in_behind_the_scenes(
        self, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(imports, "AT_ONCE", 3)
        client = client_of(town.he)
        self.upload(client, CITY.replace("市委办", "清委办").replace("机关,,", "机关,lz,"))
        led = client.post("/org/import/run/")
        run = JobRun.objects.get()
        assert led.headers["Location"] == f"/jobs/{run.pk}/"
        assert not Unit.objects.filter(code="SWB").exists()
        jobs.carry_out(run.pk, at=now())
        run.refresh_from_db()
        assert (run.state, run.total, run.done, run.args) == (RunState.DONE, 11, 11, {}), run.error
        assert "新增11项" in text(client.get(f"/jobs/{run.pk}/"))
        assert Unit.objects.get(code="SWB-DC").organ == Unit.objects.get(code="SWB")
        assert Entry.objects.get(verb="org.imported").actor_name == town.he.name

    def test_stopped_before_its_end_nothing_of_it_stays(
        self, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(imports, "AT_ONCE", 3)
        monkeypatch.setattr(progress, "_BETWEEN_WRITES", timedelta(0))
        client = client_of(town.he)
        self.upload(client, CITY.replace("市委办", "清委办").replace("机关,,", "机关,lz,"))
        client.post("/org/import/run/")
        run = JobRun.objects.get()
        ways.stop(run.pk)
        jobs.carry_out(run.pk, at=now())
        run.refresh_from_db()
        assert run.state == RunState.CANCELLED
        assert not Unit.objects.filter(code="SWB").exists()
        assert not ways.is_to_stop(run.pk)

    def test_shows_mistakes_by_line_and_column(self, town: Town) -> None:
        client = client_of(town.he)
        answer = text(self.upload(client, f"{HEADER}\nX,某科,,内设机构,NONE,,,,,,,\n"))
        assert "有 1 处要改" in answer and "上级单位代码" in answer
        assert client.post("/org/import/run/").status_code == 422

    def test_an_unreadable_file_is_said_beside_the_field(self, town: Town) -> None:
        answer = self.upload(client_of(town.he), "一,二\n三,四\n")
        assert answer.status_code == 422
        assert "没有找到“单位代码”" in text(answer)

    def test_is_for_the_keeper(self, town: Town) -> None:
        client = client_of(town.zhao)
        for path in ("", "template/"):
            assert client.get(f"/org/import/{path}").status_code == 403
        assert client.post("/org/import/run/").status_code == 403

    @pytest.mark.parametrize("query", ["", "?filled=1"])
    def test_hands_out_the_template(self, town: Town, query: str) -> None:
        answer = client_of(town.he).get(f"/org/import/template/{query}")
        assert answer.content[:2] == b"PK"
