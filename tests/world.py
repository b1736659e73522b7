"""澄江市, a small fictional city, and the people every test knows by name."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.test import Client

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit, UnitAlias, UnitKind
from zhongshu.platform.accounts.models import AdminRole, User

AT = datetime(2026, 9, 18, 1, 30, tzinfo=UTC)  # Friday 09:30 in Beijing
TODAY = date(2026, 9, 18)
FOUNDED = date(2020, 1, 1)

LI_MIN = "李敏"  # supervision section of the party committee's office: brings in, follows up, verifies
HE_WEI = "何伟"  # its head: approves projects and extensions
CHEN_LI = "陈立"  # the leader who instructs, and gets the answer
WANG_JIANPING = "王建平"  # clerk of development and reform: receives and undertakes
ZHOU_QIMING = "周启明"  # its head: signs the feedback
WU_XIAOFANG = "吴晓芳"  # clerk of finance: the supporting unit
ZHENG_GUODONG = "郑国栋"  # its head
ZHAO_XIAOYAN = "赵小燕"  # receives for 南湖县, the grass roots
SHEN_JING = "沈静"  # audits the business: sees, changes nothing
HAN_BING = "韩冰"  # audit administrator (三员), no business
LUO_KAI = "罗凯"  # system administrator (三员), no business
LIANG_XUE = "梁雪"  # security administrator (三员), no business
SUN_YAO = "孙遥"  # works in another bureau: the outsider
ADMINISTRATORS = (HAN_BING, LUO_KAI, LIANG_XUE)
NOBODY = ""  # has not entered
CAST = (
    LI_MIN, HE_WEI, CHEN_LI, WANG_JIANPING, ZHOU_QIMING, WU_XIAOFANG, ZHENG_GUODONG, ZHAO_XIAOYAN,
    SHEN_JING, HAN_BING, LUO_KAI, LIANG_XUE, SUN_YAO,
)  # fmt: skip

# code: (name, short name, kind, code of the unit above, other names)
UNITS: dict[str, tuple[str, str, UnitKind, str, tuple[str, ...]]] = {
    "SWB": ("中共澄江市委办公室", "市委办公室", UnitKind.ORGAN, "", ("市委办",)),
    "SWB-DC": ("督查科", "督查科", UnitKind.SECTION, "SWB", ()),
    "FGW": ("澄江市发展和改革委员会", "市发展改革委", UnitKind.ORGAN, "", ("发改委", "市发改委")),
    "CZJ": ("澄江市财政局", "市财政局", UnitKind.ORGAN, "", ("财政局",)),
    "JYJ": ("澄江市教育局", "市教育局", UnitKind.ORGAN, "", ("教育局",)),
    "NHX": ("南湖县", "南湖县", UnitKind.COUNTY, "", ()),
}

# name: (log-in, unit, title of the post, duties, administrator's role)
PEOPLE: dict[str, tuple[str, str, str, tuple[Duty, ...], str]] = {
    LI_MIN: ("limin", "SWB-DC", "督查科一级主任科员", (Duty.SUPERVISE,), ""),
    HE_WEI: ("hewei", "SWB-DC", "督查科科长", (Duty.SUPERVISE, Duty.APPROVE_SUPERVISION, Duty.LEAD_UNIT), ""),
    CHEN_LI: ("chenli", "SWB", "秘书长", (Duty.LEAD_ORGAN,), ""),
    WANG_JIANPING: ("wangjianping", "FGW", "办公室科员", (Duty.RECEIVE,), ""),
    ZHOU_QIMING: ("zhouqiming", "FGW", "主任", (Duty.LEAD_ORGAN, Duty.LEAD_UNIT), ""),
    WU_XIAOFANG: ("wuxiaofang", "CZJ", "办公室科员", (Duty.RECEIVE,), ""),
    ZHENG_GUODONG: ("zhengguodong", "CZJ", "局长", (Duty.LEAD_ORGAN, Duty.LEAD_UNIT), ""),
    ZHAO_XIAOYAN: ("zhaoxiaoyan", "NHX", "县府办科员", (Duty.RECEIVE,), ""),
    SHEN_JING: ("shenjing", "SWB", "审计专员", (Duty.AUDIT,), ""),
    HAN_BING: ("hanbing", "SWB", "审计管理员", (), AdminRole.AUDIT),
    LUO_KAI: ("luokai", "SWB", "系统管理员", (), AdminRole.SYSTEM),
    LIANG_XUE: ("liangxue", "SWB", "安全管理员", (), AdminRole.SECURITY),
    SUN_YAO: ("sunyao", "JYJ", "科员", (), ""),
}


@dataclass(frozen=True, slots=True)
class World:
    """The city: ``units`` by code, ``people`` by name."""

    units: dict[str, Unit]
    people: dict[str, Person]

    def actor(self, name: str, day: date = TODAY) -> Actor:
        """Who ``name`` is on ``day``."""
        person = self.people[name]
        return org.actor_of(person, day, admin_role=PEOPLE[name][4] if name in PEOPLE else "")

    def user(self, name: str) -> User:
        """The account of ``name``."""
        user = self.people[name].user
        assert user is not None
        return user

    def client(self, name: str = NOBODY) -> Client:
        """A browser in which ``name`` has entered; nobody, if not given."""
        client = Client()
        if name:
            client.force_login(self.user(name), backend="zhongshu.platform.accounts.backends.AccountBackend")
        return client


def build() -> World:
    """The city as it is on the morning of ``AT``, with nothing handed over yet."""
    units: dict[str, Unit] = {}
    for code, (name, short, kind, above, others) in UNITS.items():
        units[code] = _unit(code, name, short, kind, units.get(above))
        for other in others:
            UnitAlias.objects.create(unit=units[code], name=other, learnt_at=AT)
    return World(units, {name: _person(name, units) for name in PEOPLE})


def _unit(code: str, name: str, short: str, kind: UnitKind, above: Unit | None) -> Unit:
    unit = Unit.objects.create(
        code=code, name=name, short_name=short, kind=kind, parent=above, path="",
        number_prefix=short, fonds_code="" if above else code,
    )  # fmt: skip
    unit.organ = above or unit
    unit.path = f"{above.path if above else '/'}{unit.pk}/"
    unit.save()
    return unit


def _person(name: str, units: dict[str, Unit]) -> Person:
    login, unit, title, duties, admin_role = PEOPLE[name]
    user = User(username=login, admin_role=admin_role, password_changed_at=AT)
    user.set_unusable_password()
    user.save()
    person = Person.objects.create(user=user, name=name, staff_number=login)
    post = Post.objects.create(unit=units[unit], title=title, duties=[str(duty) for duty in duties])
    Appointment.objects.create(person=person, post=post, starts_on=FOUNDED)
    return person
