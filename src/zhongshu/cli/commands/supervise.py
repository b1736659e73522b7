from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from zhongshu.cli import acting
from zhongshu.cli.given import Given
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Blocker, Directive, InstructionClass, Origin

PAPER = Given()
MATTER = click.argument("directive_id", type=int)


@click.group()
def supervise() -> None:
    """督办：立项交办、签收、回告、报办结、审核、回告领导、销号。"""


@supervise.command("open")
@click.option("--unit", required=True, help="督办的科室。")
@click.option("--title", required=True, help="事项名称。")
@click.option("--requirement", default="", help="办理要求；不写同标题。")
@click.option("--lead", required=True, multiple=True, help="牵头单位，只能一个。")
@click.option("--support", multiple=True, help="配合单位，可写多次。")
@click.option("--due", type=acting.DAY, help="办结时限；不写按规则 D-19 推算。")
@click.option("--origin", type=click.Choice(Origin.values), default=Origin.MEETING.value, help="来源类别。")
@click.option("--source", "source_title", default="", help="来源，如会议纪要名称。")
@click.option("--source-organ", default="", help="发文、印发或提出的机关。")
@click.option("--source-number", default="", help="文号、编号或序号。")
@click.option("--source-date", type=acting.DAY, help="会议、成文或受理的日期。")
@click.option("--basis", required=True, help="立项依据。")
@click.option("--approver", required=True, help="批准人的登录名。")
@click.option("--instructed-by", default="", help="批示领导的登录名。")
@click.option("--instruction", default="", help="批示原文。")
@click.option("--instructed-on", type=acting.DAY, help="批示日期。")
@click.option("--like", "other", type=int, help="与哪一件在办事项（id）相似。")
@click.option("--how", type=click.Choice(["link", "merge", "go_on"]), help="关联、并入，或另立（写 --why）。")
@click.option("--why", default="", help="仍要另立的理由。")
@click.option("--key", default="", help="同一键重复执行只办一次。")
@acting.acting
def open_one(
    login: str, as_json: bool, unit: str, other: int | None, how: str | None, why: str, key: str, **words: Any
) -> None:
    """立项并交办一件；与在办事项相似的，先列出来，写明怎样处理才立项（规则 D-04）。"""
    task, unit_id = _task(words), acting.unit_called(unit)
    common = acting.common(login, key)
    decided = services.Decided(how=how or "", other_id=other, reason=why)
    try:
        (opened,) = services.enter(unit_id=unit_id, tasks=[task], decided=[decided], **common)
    except Refusal as refusal:
        if refusal.rule == "D-04":
            _tell_alike(common["actor"], task, unit_id, local_day(common["at"]), as_json)
        raise
    _tell(opened, as_json)


def _task(words: dict[str, Any]) -> services.Task:
    """The options as a task: names become ids, moments days, the requirement where left out the title."""
    leader = words.pop("instructed_by")
    words |= {name: acting.day(words[name]) for name in ("due", "source_date", "instructed_on")}
    return services.Task(
        requirement=words.pop("requirement") or words["title"],
        lead_id=acting.lead_called(words.pop("lead")),
        support_ids=tuple(acting.unit_called(one) for one in words.pop("support")),
        approver_id=acting.person_called(words.pop("approver")).pk,
        instructed_by_id=acting.person_called(leader).pk if leader else None,
        instruction_class=InstructionClass.ORDER if leader else "",
        **words,
    )


def _tell_alike(actor: Actor, task: services.Task, unit_id: int, today: date, as_json: bool) -> None:
    """The open matters that it is like, so that one of them can be named."""
    (found,) = services.similar_to(actor, [task], queries.organ_of_desk(unit_id), today=today)
    for one in found:
        _tell(one.matter.directive, as_json)


@supervise.command()
@MATTER
@acting.acting
def sign(login: str, as_json: bool, directive_id: int) -> None:
    """签收。"""
    _run(services.sign_for, directive_id, login, as_json)


@supervise.command()
@MATTER
@click.option("--text", default="", help="进展；不写就是没有新变化。")
@click.option("--blocker", type=click.Choice(Blocker.values), default="", help="卡在哪里。")
@click.option("--file", "papers", type=PAPER, multiple=True, help="进展材料。")
@acting.acting
def report(
    login: str, as_json: bool, directive_id: int, text: str, blocker: str, papers: tuple[Path, ...]
) -> None:
    """回告进展。"""
    kept = _kept(papers, login)
    _run(services.report, directive_id, login, as_json, text=text, blocker=blocker, files=kept)


@supervise.command()
@MATTER
@click.option("--feedback", required=True, help="措施、结果和遗留问题。")
@click.option("--signed-by", default="", help="签字的单位负责人的登录名；不写就是本人。")
@click.option("--file", "papers", type=PAPER, multiple=True, help="佐证材料。")
@acting.acting
def complete(
    login: str, as_json: bool, directive_id: int, feedback: str, signed_by: str, papers: tuple[Path, ...]
) -> None:
    """报办结。"""
    signer = acting.person_called(signed_by).pk if signed_by else None
    kept = _kept(papers, login)
    _run(services.complete, directive_id, login, as_json, feedback=feedback, signed_by_id=signer, files=kept)


@supervise.command()
@MATTER
@click.option("--opinion", default="", help="审核意见。")
@click.option("--explanation", default="", help="佐证有疑点时必填：怎样核实的。")
@acting.acting
def accept(login: str, as_json: bool, directive_id: int, opinion: str, explanation: str) -> None:
    """审核通过。"""
    _run(services.accept, directive_id, login, as_json, opinion=opinion, explanation=explanation)


@supervise.command("return")
@MATTER
@click.option("--reason", required=True, help="哪里不清楚、要补什么。")
@acting.acting
def send_back(login: str, as_json: bool, directive_id: int, reason: str) -> None:
    """退回重办。"""
    _run(services.return_for_rework, directive_id, login, as_json, reason=reason)


@supervise.command()
@MATTER
@click.option("--text", "words", required=True, help="回告的内容。")
@acting.acting
def answer(login: str, as_json: bool, directive_id: int, words: str) -> None:
    """向批示领导回告。"""
    _run(services.answer_leader, directive_id, login, as_json, answer=words)


@supervise.command()
@MATTER
@acting.acting
def close(login: str, as_json: bool, directive_id: int) -> None:
    """销号并归档。"""
    _run(services.close_out, directive_id, login, as_json)


@supervise.command()
@MATTER
@click.option("--note", default="", help="附言。")
@acting.acting
def remind(login: str, as_json: bool, directive_id: int, note: str) -> None:
    """催办。"""
    _run(services.remind, directive_id, login, as_json, note=note)


@supervise.command()
@MATTER
@click.option("--until", type=acting.DAY, help="申请延到哪一天。")
@click.option("--reason", default="", help="申请的理由，或审批的意见。")
@click.option("--grant/--refuse", "granted", default=None, help="审批：同意或不同意。")
@acting.acting
def extend(
    login: str,
    as_json: bool,
    directive_id: int,
    until: datetime | None,
    reason: str,
    granted: bool | None,
) -> None:
    """申请延期（--until），或审批延期（--grant、--refuse）。"""
    if (until is None) == (granted is None):
        raise click.UsageError("申请写 --until，审批写 --grant 或 --refuse，二者写一个。")
    if until is not None:
        _run(services.ask_extension, directive_id, login, as_json, new_due=until.date(), reason=reason)
    else:
        _run(services.decide_extension, directive_id, login, as_json, approve=granted, opinion=reason)


def _run(service: Callable[..., Any], directive_id: int, login: str, as_json: bool, **words: object) -> None:
    done = service(directive_id=directive_id, **words, **acting.common(login))
    _tell(done if isinstance(done, Directive) else done.directive, as_json)


def _kept(papers: tuple[Path, ...], login: str) -> tuple[File, ...]:
    kept = []
    for paper in papers:
        with paper.open("rb") as stream:
            kept.append(files.store(stream=stream, name=paper.name, **acting.common(login)))
    return tuple(kept)


def _tell(directive: Directive, as_json: bool) -> None:
    matter = directive.matter
    unit = org.unit(matter.lead_unit_id).short_name if matter.lead_unit_id else ""
    row = {
        "id": matter.pk,
        "number": matter.number,
        "title": matter.title,
        "state": matter.state,
        "due": matter.current_due,
        "lead_unit": unit,
    }
    acting.table([row], ("id", "due", "state", "number", "lead_unit", "title"), as_json=as_json)
