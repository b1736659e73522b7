"""The organisation of the party committee's office: everybody reads it, its keeper (何伟) changes it."""

from datetime import timedelta

from tests.matrix.matrix import Answer, Arguments, Row
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World

from zhongshu.kernel.clock import local_day, now
from zhongshu.org.deeds import DEEDS
from zhongshu.org.models import Appointment, Duty, KinKind, Kinship, Leave, StandIn

DONE, INCOMPLETE = 303, 422
WITHOUT_WORDS = {"post-duties": DONE, "person-leave-office": DONE}  # an empty form is a whole one


def kept(world: World) -> Arguments:
    """何伟's post keeps the organisation of his organ."""
    post = Appointment.objects.get(person=world.people[HE_WEI]).post
    post.duties = [*post.duties, Duty.KEEP_ORG]
    post.save()
    return {}


def subject(kind: str, world: World) -> Arguments:
    """What a deed of this kind is about: the office, or 李敏."""
    kept(world)
    held = Appointment.objects.get(person=world.people[LI_MIN])
    person = world.people[LI_MIN].pk
    keys = {
        "unit": world.units["SWB"].pk,
        "section": world.units["SWB"].pk,
        "post": held.post_id,
        "charge": held.post_id,
        "appointment": held.pk,
        "kinship": related(world).pk if kind == "kinship" else 0,
    }
    return {"pk": keys.get(kind, person)}


def related(world: World) -> Kinship:
    """李敏 and 陈立 are related."""
    first, second = sorted((world.people[LI_MIN], world.people[CHEN_LI]), key=lambda one: one.pk)
    return Kinship.objects.create(first=first, second=second, kind=KinKind.IN_LAW, declared_at=now())


def leave(world: World) -> Arguments:
    """李敏 is away from yesterday to tomorrow."""
    kept(world)
    day, one = local_day(now()), timedelta(days=1)
    made = Leave.objects.create(person=world.people[LI_MIN], starts_on=day - one, ends_on=day + one)
    return {"leave_id": made.pk}


def stand_in(world: World) -> Arguments:
    """陈立 acts for 李敏 today."""
    kept(world)
    day = local_day(now())
    made = StandIn.objects.create(
        absent=world.people[LI_MIN], stand_in=world.people[CHEN_LI], starts_on=day, ends_on=day
    )
    return {"stand_in_id": made.pk}


def alias(world: World) -> Arguments:
    kept(world)
    return {"alias_id": world.units["SWB"].aliases.get().pk}


def _allowed(kind: str, answer: Answer) -> dict[str, Answer]:
    """The keeper, and for her own absence and relatives 李敏."""
    return {HE_WEI: answer, LI_MIN: answer} if kind in ("absent", "kin") else {HE_WEI: answer}


def _deeds() -> list[Row]:
    made = []
    for deed in DEEDS:
        name, kind = f"{deed.subject}-{deed.code}", deed.subject

        def prepare(world: World, kind: str = kind) -> Arguments:
            return subject(kind, world)

        sent = WITHOUT_WORDS.get(name, INCOMPLETE)
        made.append(Row(f"org:{name}", all=403, but=_allowed(kind, 200), prepare=prepare))
        made.append(Row(f"org:{name}", all=403, but=_allowed(kind, sent), prepare=prepare, method="post"))
    return made


ROWS = [
    Row("org:tree", all=200),
    Row("org:unit", all=200, prepare=lambda world: {"unit_id": world.units["SWB"].pk}),
    Row("org:person", all=200, prepare=lambda world: {"person_id": world.people[LI_MIN].pk}),
    Row("org:charges", all=200, prepare=lambda world: {"organ_id": world.units["SWB"].pk}),
    Row("org:charges-export", all=200, prepare=lambda world: {"organ_id": world.units["SWB"].pk}),
    Row("org:absence", all=200),
    Row("org:standing-in", all=DONE, method="post"),
    Row("org:alias-revoke", all=403, but={HE_WEI: DONE}, method="post", prepare=alias),
    Row("org:leave-end", all=403, but=_allowed("absent", DONE), method="post", prepare=leave),
    Row(
        "org:stand-in-revoke", all=403, but={**_allowed("absent", DONE), CHEN_LI: DONE},
        method="post", prepare=stand_in,
    ),
    Row("org:import", all=403, but={HE_WEI: 200}, prepare=kept),
    Row("org:import", all=403, but={HE_WEI: INCOMPLETE}, method="post", prepare=kept),
    Row("org:import-run", all=403, but={HE_WEI: INCOMPLETE}, method="post", prepare=kept),
    Row("org:import-template", all=403, but={HE_WEI: 200}, prepare=kept),
    *_deeds(),
]  # fmt: skip
