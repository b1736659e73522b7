"""How a scene is told: who did what to one matter, so many working days ago."""

import io
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from zhongshu.cli.demo.world import World
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING, local_day
from zhongshu.platform.files import services as files
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Origin
from zhongshu.supervision.services import Task

Life = Iterator[datetime]
Telling = Generator[datetime, None, int]
Step = tuple[int, str, Callable[..., object], dict[str, Any]]
"""Working days ago, the log-in of who did it, the service, what it was told."""

BETWEEN = timedelta(minutes=25)


@dataclass(frozen=True, slots=True)
class Scene:
    """The city, and the moment that the days of a scene are counted from."""

    world: World
    now: datetime

    def ago(self, days: int) -> datetime:
        """The morning so many working days before today; at least one."""
        day = workdays.calendar().shift(local_day(self.now), -days)
        return datetime.combine(day, time(9, 20), BEIJING)

    def day(self, ahead: int) -> date:
        """The day so many working days from today, before it where negative."""
        return workdays.calendar().shift(local_day(self.now), ahead)

    def unit(self, code: str) -> int:
        return self.world.units[code].pk

    def person(self, login: str) -> int:
        return self.world.person(login).pk

    def actor(self, login: str, at: datetime) -> Actor:
        return self.world.actor(login, at)

    def task(self, title: str, lead: str, due: date, **more: Any) -> Task:
        """A task out of the year's key work, if ``more`` does not say otherwise."""
        given = {
            "title": title,
            "requirement": f"{title}，{due.month}月{due.day}日前完成。",
            "lead_id": self.unit(lead),
            "due": due,
            "origin": Origin.KEY_WORK,
            "source_title": f"{self.now.year}年市政府工作报告任务分解",
            "basis": f"{self.now.year}年市政府工作报告任务分解",
            "approver_id": self.person("hewei"),
        }
        return Task(**{**given, **more})

    def opens(self, days: int, title: str, lead: str, due: date, **more: Any) -> Telling:
        """李敏 hands a matter out; returns its id."""
        at = self.ago(days)
        yield at
        opened = supervision.open_directive(
            actor=self.actor("limin", at),
            unit_id=self.unit("lz-duc"),
            task=self.task(title, lead, due, **more),
            at=at,
        )
        return int(opened.pk)

    def completes(
        self, *, actor: Actor, directive_id: int, feedback: str, signed_by_id: int, proof: str, at: datetime
    ) -> None:
        """The unit reports completion with a paper that says ``proof``."""
        file = files.store(actor=actor, stream=io.BytesIO(proof.encode()), name="验收情况.txt", at=at)
        supervision.complete(
            actor=actor,
            directive_id=directive_id,
            feedback=feedback,
            signed_by_id=signed_by_id,
            files=(file,),
            at=at,
        )

    def plays(self, directive_id: int, *steps: Step) -> Life:
        """The steps one after the other; those of one day within its morning."""
        last = self.ago(max(step[0] for step in steps))
        for days, login, deed, told in steps:
            last = max(self.ago(days), last + BETWEEN)
            yield last
            deed(actor=self.actor(login, last), directive_id=directive_id, at=last, **told)
