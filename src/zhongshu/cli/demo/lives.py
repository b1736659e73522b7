"""How a matter lives in the fictional city: each life is a generator that says when it acts next."""

import io
import random
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from zhongshu.cli.demo import work
from zhongshu.cli.demo.endings import ending
from zhongshu.cli.demo.reporting import cycle_of
from zhongshu.cli.demo.world import World
from zhongshu.kernel.clock import BEIJING
from zhongshu.org.models import Person
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Directive, InstructionClass, Origin
from zhongshu.supervision.services import Task

Life = Iterator[datetime]


@dataclass(frozen=True, slots=True)
class Temper:
    """How a unit goes about it: working days to sign, between reports; whether it drags its feet."""

    signs_after: int
    reports_every: int
    length: int
    drags: bool
    sent_back: bool
    extends: bool


def temper(rng: random.Random) -> Temper:
    return Temper(
        signs_after=rng.choice((0, 0, 1, 1, 2, 4)),
        reports_every=rng.choice((5, 8, 10, 15)),
        length=rng.randint(8, 40),
        drags=rng.random() < 0.2,
        sent_back=rng.random() < 0.15,
        extends=rng.random() < 0.12,
    )


def later(at: datetime, working_days: int, rng: random.Random) -> datetime:
    """A moment in office hours so many working days after ``at``; never earlier than ``at``."""
    day = workdays.calendar().shift(at.astimezone(BEIJING).date(), working_days)
    moment = datetime.combine(day, time(9, 0), BEIJING) + timedelta(minutes=rng.randint(0, 480))
    return max(moment, at + timedelta(minutes=rng.randint(5, 50)))


def instructed(world: World, unit: str, at: datetime, rng: random.Random) -> Life:
    """A leader's instruction becomes a supervised matter and lives on."""
    yield at
    title, supports = _subject(unit, rng)
    days = rng.choice((5, 10, 15, 20))
    written = at.astimezone(BEIJING).date()
    words = rng.choice(work.INSTRUCTIONS).format(unit=world.units[unit].short_name, days=days)
    task = Task(
        title=title,
        requirement=words,
        lead_id=world.units[unit].pk,
        support_ids=world.ids(supports),
        deadline_rule=f"P{days}WD after receipt",
        deadline_text=f"{days}个工作日内",
        origin=Origin.INSTRUCTION,
        source_title=f"陈立秘书长{written.month}月{written.day}日批示",
        basis="领导批示",
        approver_id=world.person("hewei").pk,
        instruction_class=InstructionClass.ORDER,
        instructed_by_id=world.person("chenli").pk,
        instruction=words,
        instructed_on=written,
        urgency=rng.choice((0, 0, 0, 1, 2)),
    )
    yield from live(world, _open(world, task, at), unit, at, rng)


def ordered(world: World, unit: str, at: datetime, rng: random.Random) -> Life:
    """A paper from above, or the year's key work, becomes a supervised matter."""
    yield at
    title, supports = _subject(unit, rng)
    from_above = rng.random() < 0.6
    source = (
        rng.choice(work.SUPERIORS).format(year=at.year, n=rng.randint(1, 90))
        if from_above
        else f"{at.year}年市政府工作报告任务分解"
    )
    due = workdays.calendar().shift(at.astimezone(BEIJING).date(), rng.randint(15, 60))
    task = Task(
        title=title,
        requirement=f"{title}，{due.month}月{due.day}日前完成。",
        lead_id=world.units[unit].pk,
        support_ids=world.ids(supports),
        due=due,
        deadline_text=f"{due.month}月{due.day}日前",
        cycle=cycle_of(unit, at),
        origin=Origin.SUPERIOR if from_above else Origin.KEY_WORK,
        source_title=source,
        basis=source,
        approver_id=world.person("hewei").pk,
        importance=rng.choice((0, 0, 1, 2)),
    )
    yield from live(world, _open(world, task, at), unit, at, rng)


def live(world: World, directive_id: int, unit: str, at: datetime, rng: random.Random) -> Life:
    """From dispatch to archive, as the unit's temper has it; stops wherever today finds it."""
    how, otherwise = temper(rng), ending(rng)
    if otherwise is not None:
        end, after = otherwise
        at = later(at, after, rng)
        yield at
        end(world, directive_id, unit, at)
        return
    if rng.random() < 0.03:
        unit, at = yield from _disputed(world, directive_id, unit, at, rng)
    clerk = world.clerk(unit)
    at = later(at, how.signs_after, rng)
    yield at
    supervision.sign_for(actor=world.actor(clerk, at), directive_id=directive_id, at=at)
    rounds = max(1, how.length // how.reports_every) + (2 if how.drags else 0)
    for turn in range(rounds):
        at = later(at, how.reports_every, rng)
        yield at
        _report(world, clerk, directive_id, turn, at, rng)
        if turn == 0 and how.extends:
            at = yield from _extend(world, clerk, directive_id, at, rng)
    at = yield from _finish(world, unit, directive_id, how, at, rng)
    yield from _end(world, directive_id, at, rng)


def _finish(
    world: World, unit: str, directive_id: int, how: Temper, at: datetime, rng: random.Random
) -> Generator[datetime, None, datetime]:
    """The unit reports completion; now and then it is sent back once."""
    clerk, head = world.clerk(unit), world.head(unit)
    at = later(at, 1, rng)
    yield at
    _complete(world, clerk, head, directive_id, at, rng)
    if how.sent_back:
        at = later(at, 1, rng)
        yield at
        actor, reason = world.actor("zhaoyun", at), rng.choice(work.RETURNS)
        supervision.return_for_rework(actor=actor, directive_id=directive_id, reason=reason, at=at)
        at = later(at, 3, rng)
        yield at
        _complete(world, clerk, head, directive_id, at, rng)
    return at


def _disputed(
    world: World, directive_id: int, unit: str, at: datetime, rng: random.Random
) -> Generator[datetime, None, tuple[str, datetime]]:
    """The unit says it is not the one; two days later the matter is handed to another."""
    at = later(at, 1, rng)
    yield at
    supervision.object_to(
        actor=world.actor(world.clerk(unit), at),
        directive_id=directive_id,
        reason="该事项主要职责不在我单位，建议由属地牵头。",
        at=at,
    )
    at = later(at, 2, rng)
    yield at
    other = rng.choice([code for code in work.WORK if code != unit])
    supervision.dispatch(
        actor=world.actor("limin", at),
        directive_id=directive_id,
        lead_id=world.units[other].pk,
        support_ids=(),
        due=workdays.calendar().shift(at.astimezone(BEIJING).date(), 15),
        at=at,
    )
    return other, at


def _end(world: World, directive_id: int, at: datetime, rng: random.Random) -> Life:
    at = later(at, rng.randint(1, 3), rng)
    yield at
    supervision.accept(
        actor=world.actor("zhaoyun", at),
        directive_id=directive_id,
        opinion="材料齐全，同意办结。",
        explanation="已电话核实并到现场看过，确是本件的结果。",
        at=at,
    )
    at = later(at, rng.randint(0, 2), rng)
    yield at
    directive = Directive.objects.get(pk=directive_id)
    answer = rng.choice(work.ANSWERS).format(result=directive.feedback)
    actor = world.actor("limin", at)
    supervision.answer_leader(actor=actor, directive_id=directive_id, answer=answer, at=at)
    supervision.close_out(actor=actor, directive_id=directive_id, at=at + timedelta(minutes=3))


def _report(world: World, clerk: str, directive_id: int, turn: int, at: datetime, rng: random.Random) -> None:
    text = work.REPORTS[turn % len(work.REPORTS)].format(n=rng.randint(3, 90))
    if turn and rng.random() < 0.1:
        text = ""
    blocker = rng.choice(work.BLOCKERS)
    supervision.report(
        actor=world.actor(clerk, at), directive_id=directive_id, text=text, blocker=blocker, at=at
    )
    if rng.random() < 0.15:
        note = rng.choice(work.REMINDERS)
        reminded = at + timedelta(minutes=30)
        supervision.remind(
            actor=world.actor("qianxiao", at), directive_id=directive_id, note=note, at=reminded
        )


def _extend(
    world: World, clerk: str, directive_id: int, at: datetime, rng: random.Random
) -> Generator[datetime, None, datetime]:
    directive = Directive.objects.select_related("matter").get(pk=directive_id)
    due = directive.matter.current_due
    if due is None or at.astimezone(BEIJING).date() >= due:
        return at
    at += timedelta(minutes=20)
    supervision.ask_extension(
        actor=world.actor(clerk, at),
        directive_id=directive_id,
        new_due=workdays.calendar().shift(due, 10),
        reason=rng.choice(work.EXTENSION_REASONS),
        at=at,
    )
    at = later(at, 1, rng)
    yield at
    approve = rng.random() < 0.8
    opinion = "同意。" if approve else "请按原时限办理。"
    supervision.decide_extension(
        actor=world.actor("hewei", at), directive_id=directive_id, approve=approve, opinion=opinion, at=at
    )
    return at


def _complete(
    world: World, clerk: str, head: Person, directive_id: int, at: datetime, rng: random.Random
) -> None:
    directive = Directive.objects.select_related("matter__lead_unit").get(pk=directive_id)
    result = rng.choice(work.RESULTS).format(n=rng.randint(3, 12))
    proof = _proof(world, clerk, directive, result, at)
    supervision.complete(
        actor=world.actor(clerk, at),
        directive_id=directive_id,
        feedback=result,
        signed_by_id=head.pk,
        files=(proof,),
        at=at,
    )


def _proof(world: World, clerk: str, directive: Directive, result: str, at: datetime) -> File:
    matter = directive.matter
    page = (
        f"验收情况说明\n\n事项：{matter.number} {matter.title}\n单位：{matter.lead_unit}\n"
        f"结果：{result}\n日期：{at:%Y-%m-%d}\n"
    )
    return files.store(
        actor=world.actor(clerk, at), stream=io.BytesIO(page.encode()), name="验收情况说明.txt", at=at
    )


def _open(world: World, task: Task, at: datetime) -> int:
    opened = supervision.open_directive(
        actor=world.actor("limin", at), unit_id=world.units["lz-duc"].pk, task=task, at=at
    )
    return int(opened.pk)


def _subject(unit: str, rng: random.Random) -> tuple[str, tuple[str, ...]]:
    words, supports = rng.choice(work.WORK[unit])
    return words.format(q=rng.choice(work.QUARTERS), place=rng.choice(work.PLACE_WORDS)), supports


def day_in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
