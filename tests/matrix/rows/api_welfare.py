"""Services to employees through the API: the same people as on the pages."""

from collections.abc import Mapping

from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.rows import welfare as pages
from tests.matrix.rows.api import CLOSED, UNSEEN, shown
from tests.matrix.rows.welfare import FORBIDDEN, KNOW, OFFICE
from tests.world import LI_MIN, TODAY, World


def about(prepared: object) -> object:
    """The same subject under the name of the API."""
    return lambda world: {"matter_id": prepared(world)["ref"]}  # type: ignore[operator]


def service(world: World) -> Arguments:
    return {"service_id": pages.service(world)["ref"]}


def sent(
    name: str, data: Mapping[str, object], but: Mapping[str, Answer], *, all: Answer = UNSEEN, prepare: object
) -> Row:
    return Row(
        f"api:welfare_{name}", all, but, CLOSED, method="post", json=True, data=data, prepare=prepare  # type: ignore[arg-type]
    )  # fmt: skip


CALENDAR = {"valid_from": TODAY, "windows": "每月1日", "rest": "before", "source": "示例"}
OWN = FORBIDDEN | {LI_MIN: 422}
ROWS = [
    shown("welfare"),
    shown("welfare_services"),
    shown("show_welfare", all=UNSEEN, but=dict.fromkeys(KNOW, 200), prepare=pages.shown),
    shown("welfare_file", all=UNSEEN, but=dict.fromkeys(KNOW, 200), prepare=pages.with_paper),
    sent("offer_service", {}, {}, all=422, prepare=lambda world: {}),
    sent("change_service", {"branch": "养老", "agency": "示例"}, dict.fromkeys(OFFICE, 403), prepare=service),
    sent("set_calendar", CALENDAR, dict.fromkeys(OFFICE, 403), prepare=service),
    sent("ask", {"person_id": 0}, dict.fromkeys(OFFICE, 422), prepare=service),
    sent("submit", {"on": TODAY, "receipt": "1"}, FORBIDDEN, prepare=about(pages.asked)),
    sent("send_back", {"reason": "1"}, FORBIDDEN, prepare=about(pages.asked)),
    sent("withdraw", {"reason": " "}, OWN, prepare=about(pages.asked)),
    sent("supplement", {}, OWN, prepare=about(pages.returned)),
    sent("answer", {"outcome": "granted", "answer": "1"}, FORBIDDEN, prepare=about(pages.at_the_agency)),
    sent("report_back", {"told": "1"}, FORBIDDEN, prepare=about(pages.answered)),
]
