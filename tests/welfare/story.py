"""Services to employees of the party committee's office, carried as far as a test needs, through the services.

陆遥 of the supervision section undertakes them; 何伟 leads that section, 沈静 audits the office, 李敏 asks.
"""

import io
from datetime import date, datetime, timedelta
from typing import Any

from tests.world import AT, FOUNDED, LI_MIN, TODAY, World
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.welfare import services
from zhongshu.welfare.models import Case, Service

LU_YAO = "陆遥"
PAPERS = ("申请表", "调令复印件")
NEXT_DAY = AT + timedelta(days=3)  # Monday
CLOSES = date(2026, 10, 15)
DUE = date(2026, 10, 12)  # three working days before


def undertaker(city: World) -> Actor:
    """陆遥, who has taken the post once for the whole test."""
    person = Person.objects.filter(name=LU_YAO).first() or appointed(city)
    return org.actor_of(person, TODAY)


def appointed(city: World, name: str = LU_YAO) -> Person:
    """One more who undertakes services from a post of his own."""
    person = Person.objects.create(name=name, staff_number="luyao" if name == LU_YAO else name)
    duties = [str(Duty.SERVE_STAFF)]
    post = Post.objects.create(unit=city.units["SWB-DC"], title=f"人事社保岗（{name}）", duties=duties)
    Appointment.objects.create(person=person, post=post, starts_on=FOUNDED)
    return person


def offered(
    city: World, name: str = "养老保险转入", *, windows: str = "每月1—15日", **changes: Any
) -> Service:
    """A service with its calendar, both from 陆遥."""
    calendar = {"valid_from": FOUNDED, "rest": "before", "source": "示例", "lead": 3}
    calendar |= {key: changes.pop(key) for key in list(changes) if key in calendar}
    given: dict[str, Any] = {"branch": "养老", "agency": "市社保中心（示例）", "papers": PAPERS, **changes}
    actor, unit_id = undertaker(city), city.units["SWB-DC"].pk
    made = services.offer_service(actor=actor, unit_id=unit_id, name=name, at=AT, **given)
    services.set_calendar(actor=actor, service_id=made.pk, windows=windows, at=AT, **calendar)
    return made


def asked(
    city: World, service: Service | None = None, *, by: str = LI_MIN, at: datetime = AT, **more: Any
) -> Case:
    one = service or offered(city)
    given = {"person_id": city.people[by].pk, "handed": PAPERS, **more}
    return services.ask(actor=city.actor(by), service_id=one.pk, at=at, **given)


def sent_back(city: World, case: Case, *, at: datetime = AT, **more: Any) -> Case:
    given = {"missing": PAPERS[1:], **more}
    return services.send_back(actor=undertaker(city), matter_id=case.pk, at=at, **given)


def submitted(city: World, case: Case, *, on: date = date(2026, 10, 8), **more: Any) -> Case:
    """Handed in on the first working day after the holiday."""
    at = datetime(on.year, on.month, on.day, 2, tzinfo=AT.tzinfo)
    return services.submit(
        actor=undertaker(city), matter_id=case.pk, on=on, receipt="受理20261008", at=at, **more
    )


def answered(city: World, case: Case, *, at: datetime = datetime(2026, 10, 20, 2, tzinfo=AT.tzinfo)) -> Case:
    actor = undertaker(city)
    return services.answer(actor=actor, matter_id=case.pk, outcome="granted", answer="已转入。", at=at)


def paper(city: World, *, by: str = LI_MIN) -> File:
    return files.store(actor=city.actor(by), stream=io.BytesIO("申请表".encode()), name="申请表.txt", at=AT)
