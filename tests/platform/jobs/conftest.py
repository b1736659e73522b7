"""Jobs done at once, and one that counts."""

import pytest

from tests.platform.jobs.asked import counted
from zhongshu.platform.jobs.declared import JOBS, job
from zhongshu.platform.jobs.schedule import SCHEDULE


@pytest.fixture(autouse=True)
def at_once(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    before, rhythms = dict(JOBS), dict(SCHEDULE)
    counted.clear()
    yield
    for table, kept in ((JOBS, before), (SCHEDULE, rhythms)):
        table.clear()
        table.update(kept)


@pytest.fixture
def counting():
    @job("tests.count", "点数")
    def count(progress, upto):
        progress.expect(upto)
        for number in range(upto):
            counted.append(number)
            progress.step()
        return {"url": "/m/", "text": f"{upto} 件"}

    return count
