"""The pages of jobs: a bar, a run as JSON, the page of the system."""

import pytest

from tests import world as city
from tests.platform.jobs.asked import MONDAY
from zhongshu.platform.jobs import services

pytestmark = pytest.mark.django_db


class TestPages:
    def test_the_system_page_is_the_system_administrators_alone(self, world):
        services.tick(at=MONDAY)
        page = world.client(city.LUO_KAI).get("/jobs/system/")
        assert "备份数据库" in page.content.decode()
        assert world.client(city.HAN_BING).get("/jobs/system/").status_code == 404

    def test_htmx_gets_the_bar_alone_and_a_program_gets_json(self, world, counting):
        run = services.ask(counting, actor=world.actor(city.LI_MIN), at=MONDAY, upto=3)
        client = world.client(city.LI_MIN)
        whole = client.get(f"/jobs/{run.pk}/").content.decode()
        part = client.get(f"/jobs/{run.pk}/", headers={"HX-Request": "true"}).content.decode()
        assert 'id="job"' in part
        assert "<html" in whole
        assert "<html" not in part
        assert client.get(f"/jobs/{run.pk}.json").json()["state"] == "queued"
        client.post(f"/jobs/{run.pk}/cancellation/")
        assert client.get(f"/jobs/{run.pk}.json").json()["state"] == "cancelled"
        assert "点数" in client.get("/jobs/").content.decode()
