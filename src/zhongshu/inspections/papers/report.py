"""The report of an inspection to those who lead the organ: how it was done, what was found, what was concluded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhongshu.inspections.models import Conclusion, Finding, Inspection, Step
from zhongshu.kernel.language import in_office_language
from zhongshu.kernel.written_days import brief, written
from zhongshu.platform.typesetting.elements import Block, Cell, Form, Grid, Heading, Paper, Paragraph

LETTERHEAD, OVERVIEW, ADVICE = "督查专报", "总体情况", "工作建议"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the leader of the team writes himself: how it is on the whole, and what he advises."""

    overview: str = ""
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """The edition that a report replaces, by its number, and what a review made of its conclusions."""

    number: str
    because: str


def report(
    inspection: Inspection,
    conclusions: Sequence[Conclusion],
    said: Said,
    *,
    number: str,
    today: date,
    replaces: Replaced | None = None,
) -> Paper:
    """The report under ``number``, as it reads on ``today``."""
    with in_office_language():
        matter = inspection.matter
        organ, unit = matter.organ, matter.unit
        return Paper(
            form=Form.DOCUMENT,
            title=f"关于{matter.title}情况的报告",
            organ=organ.name,
            blocks=[*_instead(replaces), *_blocks(inspection, conclusions, said, today)],
            letterhead=LETTERHEAD,
            number=number,
            issuer=organ.name + ("" if unit.pk == organ.pk else unit.short_name),
            issued=written(today),
        )


def said_in(told: Paper) -> Said:
    """What its leader wrote himself into a report that went out, to go on from in the next."""
    parts: dict[str, list[str]] = {}
    heading = ""
    for block in told.blocks:
        if isinstance(block, Heading):
            heading = block.text.partition("、")[2]
        elif isinstance(block, Paragraph):
            parts.setdefault(heading, []).append(block.text)
    overview = parts.get(OVERVIEW, [])[:-1]  # the last one is counted
    return Said(overview="\n".join(overview), advice="\n".join(parts.get(ADVICE, [])))


def _instead(replaces: Replaced | None) -> list[Paragraph]:
    return [Paragraph(f"本期代替{replaces.number}：{replaces.because}。")] if replaces else []


def _blocks(
    inspection: Inspection, conclusions: Sequence[Conclusion], said: Said, today: date
) -> list[Block]:
    parts: list[tuple[str, Sequence[Block]]] = [
        (OVERVIEW, [*_paragraphs(said.overview), Paragraph(_counts(inspection, conclusions))]),
        ("督查开展情况", [_steps(inspection, today)]),
        ("发现的问题及处理", _findings(inspection)),
        ("督查结论", [part for one in conclusions for part in _concluded(one)]),
        (ADVICE, _paragraphs(said.advice)),
    ]
    told: list[Block] = [Paragraph(_opening(inspection))]
    for place, (name, blocks) in zip("一二三四五", ((n, b) for n, b in parts if b), strict=False):
        told += [Heading(f"{place}、{name}"), *blocks]
    return told


def _opening(inspection: Inspection) -> str:
    units = "、".join(unit.short_name for unit in inspection.units.order_by("pk"))
    team = list(inspection.members.select_related("person"))
    leader = next(one.person.name for one in team if one.leads)
    term = f"{written(inspection.starts_on)}至{written(inspection.ends_on)}"
    return (
        f"根据{inspection.basis}，{term}，由{leader}任组长的督查组一行{len(team)}人，"
        f"就{inspection.scope}对{units}开展{inspection.get_kind_display()}。现将有关情况报告如下。"
    )


def _counts(inspection: Inspection, conclusions: Sequence[Conclusion]) -> str:
    found = list(inspection.findings.all())
    followed = sum(one.directive_id is not None for one in found)
    told = [f"督查组共开展督查{inspection.steps.count()}次", f"涉及{len(conclusions)}个单位"]
    told.append(f"发现问题{len(found)}个" if found else "没有发现需要整改的问题")
    told += [f"其中立督办{followed}个"] if followed else []
    return "，".join(told) + "。"


def _steps(inspection: Inspection, today: date) -> Grid:
    rows = [
        _row(number, brief(one.on, today), one.get_method_display(), _where(one), one.note)
        for number, one in enumerate(inspection.steps.select_related("unit"), start=1)
    ]
    return Grid(widths=(4, 8, 10, 12, 20), head=("序号", "日期", "方式", "地点、单位", "情况"), rows=rows)


def _where(one: Step) -> str:
    return f"{one.place}（{one.unit.short_name}）" if one.unit else one.place


def _findings(inspection: Inspection) -> list[Block]:
    found = list(inspection.findings.select_related("unit", "directive__matter"))
    rows = [_row(n, one.unit.short_name, one.text, _settled(one)) for n, one in enumerate(found, start=1)]
    return [Grid(widths=(4, 10, 22, 18), head=("序号", "单位", "问题", "处理"), rows=rows)] if rows else []


def _settled(one: Finding) -> str:
    if one.directive:
        return f"已立督办（{one.directive.matter.number}）"
    return f"不立督办：{one.reason}"


def _concluded(one: Conclusion) -> list[Paragraph]:
    told = one.in_force or "经复核，原结论已经撤销。"
    return [Paragraph(f"{one.unit.short_name}：{part.text}") for part in _paragraphs(told)]


def _row(number: int, *told: str) -> tuple[Cell, ...]:
    return (Cell(text=str(number), centred=True), *(Cell(text=one) for one in told))


def _paragraphs(told: str) -> list[Paragraph]:
    return [Paragraph(one.strip()) for one in told.splitlines() if one.strip()]
