"""Papers to be set."""

from datetime import UTC, datetime
from typing import Any

from zhongshu.platform.typesetting.elements import Cell, Form, Grid, Heading, Paper, Paragraph

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
DUTY = "请抓紧组织编制重点项目投资计划明确责任分工和完成时限按期完成并书面回告办理情况"
REQUIRED = "根据第16次常务会议纪要，请你委牵头编制重点项目投资计划，市财政局配合，于10月15日前办结。"


def label(told: str) -> Cell:
    return Cell(text=told, label=True)


RECEIPT = Grid(
    widths=(2, 4, 2, 4),
    rows=(
        (label("责任领导"), Cell(text="周启明"), label("承办人"), Cell(text="王建平")),
        (label("领导批示"), Cell(text="请发改委牵头办理。", span=3, rows=2)),
    ),
)
ROWS = Grid(
    widths=(1, 6, 3),
    head=("序号", "事项", "牵头单位"),
    rows=[(Cell(text=str(n)), Cell(text=f"第{n}件督办事项"), Cell(text="市财政局")) for n in range(1, 41)],
)


def notice(**changes: Any) -> Paper:
    """A 督办通知单 with every element."""
    given: dict[str, Any] = {
        "form": Form.DOCUMENT,
        "letterhead": "中共澄江市委办公室督办通知单",
        "number": "市委督通〔2026〕12号",
        "urgency": "特急",
        "title": "关于编制重点项目投资计划的督办通知",
        "organ": "中共澄江市委办公室",
        "to": "市发展改革委",
        "blocks": (Heading("一、办理要求"), Paragraph(REQUIRED), Heading("（一）时限", 2)),
        "annexes": ("任务分解表", "联系人名单"),
        "signed": "中共澄江市委办公室",
        "day": "2026年11月20日",
        "note": "联系人：李敏",
        "after": (RECEIPT,),
        "copies": "市委常委，市财政局",
        "printed_by": "中共澄江市委办公室督查科",
        "printed_on": "2026年11月20日",
    }
    return Paper(**{**given, **changes})


def plain(*paragraphs: str, form: Form = Form.SHEET, **changes: Any) -> Paper:
    """Nothing but paragraphs."""
    blocks = tuple(Paragraph(told) for told in paragraphs)
    return Paper(**{"form": form, "title": "", "organ": "中共澄江市委办公室", "blocks": blocks, **changes})


def letter() -> Paper:
    told = {"letterhead": "中共澄江市委办公室", "number": "市委催〔2026〕3号", "title": "催办函"}
    return plain(DUTY * 30, form=Form.LETTER, copies="市财政局", **told)
