"""Fictional samples for the kit page: no real person, unit or document."""

from datetime import date

from django import forms

from zhongshu.kernel.paging import Page
from zhongshu.ui import parts, wording
from zhongshu.ui.forms import Form

TODAY = date(2026, 11, 18)
NOTICE = "关于开展今冬明春安全检查的通知"

STEPS = [
    parts.Step("立项", "10-09", "done"),
    parts.Step("交办", "10-09", "done"),
    parts.Step("签收", "10-10", "done"),
    parts.Step("办理与回告", "已 39 天 · 回告 3 次", "now"),
    parts.Step("审核", "督查科"),
    parts.Step("办结销号", "陈立副主任"),
    parts.Step("归档"),
]
EVENTS = [
    parts.Event(
        "陈立副主任",
        "批示",
        "2026-11-16T20:14+08:00",
        "11-16 20:14 · 手机",
        "pencil",
        "red",
        "请后勤中心明日说明原因；先调备用机，不能空档。",
        hand=True,
    ),
    parts.Event(
        "系统", "发出黄色督办单", "2026-11-16T08:00+08:00", "11-16 08:00", "bell", "amber", "逾期满 1 天。"
    ),
    parts.Event(
        "王建平",
        "后勤服务中心 · 第 3 次回告",
        "2026-11-13T16:40+08:00",
        "11-13 16:40",
        "message-2",
        "blue",
        "设备已完成询价（3 家），机房基础已浇筑。",
        files=(parts.File("三方询价单.pdf", "#", "284 KB"),),
    ),
    parts.Event("王建平", "签收，王建平承办", "2026-10-10T09:02+08:00", "10-10 09:02", "check", "green"),
    parts.Event("李敏", "由纪要第 2 条立项并交办", "2026-10-09T17:25+08:00", "10-09 17:25", "clipboard-list"),
]
FACTS = [
    ("责任领导", "陈立副主任"),
    ("牵头", "后勤服务中心 · 王建平"),
    ("配合", "南湖县局、规划财务科"),
    ("督办", "督查科 · 李敏"),
]
ORIGINS = [
    parts.Origin("议题：关于更新应急发电机的请示", "南湖县局 · 09-24 报", "#"),
    parts.Origin("第 15 次办公会纪要 第 2 条", "10-08 议定", "#"),
    parts.Origin("本事项", "督办 112 号", here=True),
    parts.Origin("采购审批 286,000.00 元", "待财政批复", "#"),
]
TABS = [
    parts.Tab("在办", "?view=open", 62, current=True),
    parts.Tab("我牵头", "?view=mine", 11),
    parts.Tab("本周到期", "?view=week", 9),
    parts.Tab("全部", "?view=all", 126),
]
BOXES = [
    parts.Tab("待办", "?box=todo", 12, current=True),
    parts.Tab("待阅", "?box=read", 5),
    parts.Tab("我发起", "?box=mine", 9),
    parts.Tab("已办", "?box=done", 38),
]
CHIPS = [
    parts.Chip("逾期", "state", "late", 4, "late"),
    parts.Chip("临期", "state", "soon", 9, "soon"),
    parts.Chip("待审核", "state", "review", 3, "review"),
]
DEEDS = [
    parts.Deed("催办", "#", primary=True),
    parts.Deed("延期", "#"),
    parts.Deed("作废", "#", confirm="作废后编号保留，不能恢复。确定作废选中的事项吗？"),
]
JOBS = [
    parts.Job("正在导出 126 件督办台账", "", 82, 126, note="大约还要 6 秒。", cancel_url="#"),
    parts.Job("导出督办台账", "", finished=True, result_url="#", result_text="下载"),
    parts.Job(
        "导入花名册",
        "",
        failed="第 14 行的单位“城建科”不在机构名录里。改好后再传一次，已读的 13 行没有保存。",
    ),
]
PAGE: Page[object] = Page((), next_cursor="WzExMl0", previous_cursor="")
ROWS = [
    {
        "ref": "112",
        "state": "late",
        "word": "逾期",
        "title": "南湖县局应急发电机更新采购",
        "source": "办公会〔2026〕15 号 · 第 2 条",
        "slip": "y",
        "slip_word": "黄单",
        "unit": "后勤服务中心",
        "person": "王建平",
        "percent": 60,
        "said_on": "11-13",
        "said": "财政批复未下",
        "due": "11-15",
        "left": "逾期 3 天",
        "tone": "late",
    },
    {
        "ref": "121",
        "state": "soon",
        "word": "临期",
        "title": "今冬供暖应急预案修订",
        "source": "党组会〔2026〕9 号 · 第 4 条",
        "unit": "后勤服务中心",
        "person": "王建平",
        "percent": 80,
        "said_on": "11-17",
        "said": "预案已过法规科审核",
        "due": "11-18",
        "left": "今天到期",
        "tone": "soon",
    },
    {
        "ref": "126",
        "state": "todo",
        "word": "待签收",
        "title": "窗口延时服务制度落地",
        "source": "陈立副主任批示 · 11-17",
        "urgent": "加急",
        "unit": "北山县局",
        "person": "马红",
        "percent": 0,
        "said_on": "—",
        "said": "昨天交办，未签收",
        "due": "12-01",
        "left": "还有 9 个工作日",
        "tone": "",
    },
]


class SampleForm(Form):
    """Every kind of control, wrongly filled in."""

    amount = forms.DecimalField(
        label="报销金额", max_value=18640, error_messages={"max_value": "不能超过已核定的 18,640.00 元"}
    )
    checker = forms.ChoiceField(
        label="审核人",
        choices=[("", "请选择"), ("wang", "王建平"), ("qian", "钱芳")],
        help_text="经办、审核、审批、付款各由不同的人担任",
        error_messages={"required": "请选一位审核人"},
    )
    due = forms.DateField(label="办结时限", widget=forms.DateInput)
    reason = forms.CharField(label="说明", widget=forms.Textarea, required=False)
    pace = forms.ChoiceField(
        label="回告", choices=[("weekly", "每周五"), ("monthly", "每月 25 日")], widget=forms.RadioSelect
    )
    tell = forms.BooleanField(label="交办时通知责任领导", required=False)


def wrong_form() -> SampleForm:
    """The sample form as posted with two mistakes."""
    return SampleForm({"amount": "19640", "due": "2026-12-01", "pace": "weekly"}, auto_id="sample_%s")


def dues() -> list[wording.Due]:
    """Deadlines near and far, in the language of the moment."""
    days = (
        (date(2026, 11, 15), None),
        (TODAY, None),
        (date(2026, 11, 19), 1),
        (date(2026, 11, 24), 4),
        (date(2026, 12, 20), 23),
        (None, None),
    )
    return [wording.due_words(day, TODAY, working_days=left) for day, left in days]
