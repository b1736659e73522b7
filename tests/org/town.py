"""The named cast of these tests: 澄江市委办公室 with two sections, and 市财政局."""

from datetime import UTC, date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries
from zhongshu.org.models import Appointment, Duty, Leave, Person, Post, StandIn, Unit, UnitKind

TODAY = date(2026, 6, 15)
AT = datetime(2026, 6, 15, 1, tzinfo=UTC)
EVER = date(2020, 1, 1)


class Town:
    """陈立 leads, 何伟 keeps the organisation, 周敏之 receives, 李敏 and 赵云舟 supervise; 林芝兰 receives for 财政局."""

    def __init__(self) -> None:
        self.office = make_unit("lz", "澄江市委办公室", "市委办")
        self.supervision = make_unit("lz-duc", "市委办公室督查科", "督查科", self.office)
        self.secretariat = make_unit("lz-msk", "市委办公室秘书科", "秘书科", self.office)
        self.finance = make_unit("czj", "澄江市财政局", "市财政局")
        self.finance_office = make_unit("czj-bgs", "市财政局办公室", "财政局办公室", self.finance)
        self.chen = appointed("陈立", self.office, "秘书长", Duty.LEAD_ORGAN)
        self.he = appointed("何伟", self.office, "办公室主任", Duty.KEEP_ORG, Duty.APPROVE_SUPERVISION)
        self.shen = appointed("沈静", self.office, "审计专员", Duty.AUDIT)
        self.li = appointed("李敏", self.supervision, "科长", Duty.SUPERVISE, Duty.LEAD_UNIT)
        self.zhao = appointed("赵云舟", self.supervision, "副科长", Duty.SUPERVISE)
        self.zhou = appointed("周敏之", self.secretariat, "科员", Duty.RECEIVE)
        self.sun = appointed("孙琦", self.secretariat, "科长", Duty.LEAD_UNIT)
        self.xu = appointed("许国梁", self.finance, "局长", Duty.LEAD_UNIT)
        self.lin = appointed("林芝兰", self.finance_office, "主任", Duty.RECEIVE)

    @property
    def keeper(self) -> Actor:
        """何伟 as he acts today."""
        return queries.actor_of(self.he, TODAY)


def make_unit(code: str, name: str, short: str, above: Unit | None = None) -> Unit:
    kind = UnitKind.SECTION if above else UnitKind.ORGAN
    made = Unit.objects.create(code=code, name=name, short_name=short, kind=kind, parent=above, path="")
    made.organ = above or made
    made.path = f"{above.path if above else '/'}{made.pk}/"
    made.save()
    return made


def appointed(name: str, unit: Unit, title: str, *duties: Duty) -> Person:
    person = Person.objects.create(name=name, staff_number=f"G{Person.objects.count() + 1:04d}")
    post = Post.objects.create(unit=unit, title=title, duties=[str(duty) for duty in duties])
    Appointment.objects.create(person=person, post=post, starts_on=EVER)
    return person


def away(person: Person, starts_on: date = TODAY, ends_on: date = TODAY) -> Leave:
    return Leave.objects.create(person=person, starts_on=starts_on, ends_on=ends_on)


def acts_for(stand_in: Person, absent: Person, starts_on: date = TODAY, ends_on: date = TODAY) -> StandIn:
    return StandIn.objects.create(stand_in=stand_in, absent=absent, starts_on=starts_on, ends_on=ends_on)
