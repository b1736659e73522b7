from collections.abc import Callable
from datetime import date, datetime

import pytest

from tests.world import AT, CHEN_LI, LI_MIN, World
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import Task

Open = Callable[..., Directive]
Clock = Callable[[datetime], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set what the edge reads from the clock; the play begins at ``AT``."""

    def turn_to(at: datetime) -> None:
        monkeypatch.setattr("zhongshu.config.middleware.now", lambda: at)

    turn_to(AT)
    return turn_to


@pytest.fixture
def hand_over(world: World, clock: Clock) -> Open:
    """李敏 hands a matter to development and reform."""

    def opened(title: str = "老旧小区改造", due: date = date(2026, 10, 16), **more: object) -> Directive:
        task = Task(
            title=title,
            requirement=f"{title}，请抓紧办理。",
            lead_id=world.units["FGW"].pk,
            due=due,
            source_title="第15次常委会会议纪要",
            basis="第15次常委会会议纪要",
            approver_id=world.people[CHEN_LI].pk,
            **more,  # type: ignore[arg-type]
        )
        unit = world.units["SWB-DC"]
        return services.open_directive(actor=world.actor(LI_MIN), unit_id=unit.pk, task=task, at=AT)

    return opened
