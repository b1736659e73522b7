"""Papers of the demonstration that are only approved, and the claims that rest on them: a trip, a meeting."""

from datetime import timedelta
from decimal import Decimal

from zhongshu.approvals import services as approvals
from zhongshu.approvals.models import Approval
from zhongshu.cli.demo.purse import Purse
from zhongshu.finance import services
from zhongshu.kernel.clock import local_day
from zhongshu.platform.workdays import queries as workdays

# days ago, log-in, route, title, the form, how many have agreed (-1: refused)
PAPERS: tuple[tuple[int, str, str, str, dict[str, str], int], ...] = (
    (21, "qianxiao", "seal", "督查专报用印", {
        "paper": "督查专报第8期", "seal": "organ", "copies": "12", "reason": "印发各县区",
    }, 9),
    (9, "zhoumin", "purchase", "会议平板采购", {
        "goods": "会议用平板电脑", "count": "12", "estimate": "38400", "way": "framework", "reason": "无纸化会议用",
    }, 2),
    (6, "zhengyi", "leave", "年休假五天", {
        "kind": "annual", "from_day": "", "until_day": "", "days": "5", "reason": "休本年度年休假",
    }, 1),
    (4, "zhengyi", "purchase", "档案密集架采购", {
        "goods": "手动密集架", "count": "30", "estimate": "86000", "way": "inquiry", "reason": "库房扩容",
    }, 1),
    (2, "qianxiao", "seal", "合作协议用印", {
        "paper": "与澜州学院共建协议", "seal": "organ", "copies": "4", "reason": "已经主任办公会审议",
    }, 0),
    (14, "zhoumin", "leave", "事假两天", {
        "kind": "private", "from_day": "", "until_day": "", "days": "2", "reason": "家中有事",
    }, -1),
)  # fmt: skip


def hand_in(purse: Purse) -> None:
    """A trip and a meeting with their claims, and papers on the desks of those who decide them."""
    _trip(purse)
    _meeting(purse)
    for days, login, route, title, values, steps in PAPERS:
        paper = _submitted(purse, days, login, route, title, _dated(purse, days, values))
        if steps < 0:
            asked, at = purse.asked(paper), purse.ago(days) + timedelta(hours=20)
            approvals.refuse(actor=asked, matter_id=paper.pk, opinion="当天有会务安排，请改期。", at=at)
        else:
            purse.agree(paper, steps, days)


def _submitted(
    purse: Purse, days: float, login: str, route: str, title: str, values: dict[str, str]
) -> Approval:
    at = purse.ago(days)
    actor = purse.world.actor(login, at)
    return approvals.submit(actor=actor, route=route, title=title, body="", values=values, at=at)


def _dated(purse: Purse, days: float, values: dict[str, str]) -> dict[str, str]:
    """``values`` with the days of a leave that begins some days after it was asked for."""
    if "from_day" not in values:
        return values
    calendar = workdays.calendar()
    first = calendar.on_or_after(local_day(purse.ago(days - 8)))
    last = calendar.shift(first, int(values["days"]) - 1)
    return {**values, "from_day": first.isoformat(), "until_day": last.isoformat()}


def _trip(purse: Purse) -> None:
    """Approved before it began; claimed with its four kinds of cost and waiting for the cashier."""
    first, last = local_day(purse.ago(22)), local_day(purse.ago(20))
    form = {
        "place": "省城", "reason": "参加全省督查工作会议", "from_day": first.isoformat(),
        "until_day": last.isoformat(), "vehicle": "train", "estimate": "2400",
    }  # fmt: skip
    trip = _submitted(purse, 26, "zhengyi", "trip", "赴省参加督查工作会议", form)
    purse.agree(trip, 9, 26)
    items = (
        services.Item("澜州—省城往返高铁", first, Decimal(486), "transport"),
        services.Item("住宿两晚", last, Decimal(760), "lodging"),
        services.Item("伙食补助三天", last, Decimal(300), "board"),
        services.Item("市内交通三天", last, Decimal(240), "local_transport"),
    )
    slips = (
        services.Slip(next(purse.numbers), first, Decimal(486), seller="中国铁路澜州站"),
        services.Slip(next(purse.numbers), last, Decimal(760), seller="省城迎宾宾馆"),
    )
    claim = purse.claim(
        13, "赴省参会差旅费", "郑逸", "travel", 1786, basis_id=trip.pk, items=items, slips=slips
    )
    purse.agree(claim, 2, 13)


def _meeting(purse: Purse) -> None:
    """A meeting of the third class with notice, programme and attendance, paid and booked."""
    day = local_day(purse.ago(28))
    form = {
        "name": "全市督查工作推进会", "day": day.isoformat(), "people": "86", "level": "third", "estimate": "9800",
    }  # fmt: skip
    meeting = _submitted(purse, 33, "zhengyi", "meeting", "全市督查工作推进会", form)
    purse.agree(meeting, 9, 33)
    papers = tuple(
        purse.paper(25, f"推进会{name}.txt", f"全市督查工作推进会{name}")
        for name in ("通知", "日程", "签到表")
    )
    claim = purse.claim(
        24, "督查工作推进会会议费", "澜州宾馆", "meeting", 9360, basis_id=meeting.pk, files=papers
    )
    purse.agree(claim, 9, 24)
