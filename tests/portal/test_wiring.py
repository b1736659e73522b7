"""Siblings of the platform, brought together."""

import io
from datetime import date, datetime

import pytest

from tests import world as city
from tests.refusing import refused
from zhongshu.kernel.clock import BEIJING
from zhongshu.platform.files import services as files
from zhongshu.platform.files.refusals import SecrecyMarked
from zhongshu.platform.notify import quiet
from zhongshu.platform.notify.models import Notice
from zhongshu.portal.wiring import is_workday


@pytest.mark.django_db
def test_notices_rest_on_festivals_and_work_on_make_up_days():
    assert not is_workday(date(2026, 10, 1))
    assert is_workday(date(2026, 10, 10)), "a Saturday on which the office works"
    eve = datetime(2026, 9, 30, 21, 0, tzinfo=BEIJING)
    assert quiet.deliver_at(eve) == datetime(2026, 10, 8, 8, 0, tzinfo=BEIJING)


def test_the_security_administrator_hears_who_brought_a_marked_paper_and_nothing_of_it(
    world, settings, tmp_path
):
    settings.FILES_ROOT = tmp_path
    actor = world.actor(city.LI_MIN)
    with refused("secrecy_marked", SecrecyMarked):
        files.store(actor=actor, stream=io.BytesIO("机密★10年\n内容".encode()), name="通知.txt", at=city.AT)
    [notice] = Notice.objects.all()
    assert notice.person_id == world.people[city.LIANG_XUE].pk
    assert city.LI_MIN in notice.text
    assert "内容带有密级标志" in notice.text
    assert "通知" not in notice.text
