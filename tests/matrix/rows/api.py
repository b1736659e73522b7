"""The API, asked by browsers that have entered. Whoever has not is told to enter (401)."""

from collections.abc import Mapping

from tests.matrix.handed import handed, signed, unread
from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.supervised import SUPPORT, undertaken
from tests.world import (
    AT,
    CHEN_LI,
    HAN_BING,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    WANG_JIANPING,
    ZHOU_QIMING,
    World,
)

from zhongshu.supervision import services

CLOSED = 401
UNSEEN = 404
SEEN = dict.fromkeys((LI_MIN, HE_WEI, CHEN_LI, SHEN_JING, WANG_JIANPING, ZHOU_QIMING), 403)
SUPERVISORS = (LI_MIN, HE_WEI)
APPROVERS = (HE_WEI, CHEN_LI)
UNDERTAKERS = (WANG_JIANPING, ZHOU_QIMING)
WHY = {"reason": "情况有变。"}
YET_TO_COME = "2099-12-31"
MINUTES = {"title": "纪要", "text": "会议要求，由市财政局10月底前报送方案。"}


def matter(world: World) -> Arguments:
    return {"directive_id": signed(world).pk}


def unsigned(world: World) -> Arguments:
    return {"directive_id": handed(world).pk}


def to_read(world: World) -> Arguments:
    return {"matter_id": unread(world).pk}


def no_paper(world: World) -> Arguments:
    return {"paper_id": 0}


def intake(world: World) -> Arguments:
    brought = services.bring_in(
        actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, at=AT, title="纪要", text=MINUTES["text"]
    )
    return {"intake_id": brought.pk}


def shown(url: str, *, all: Answer = 200, **more: object) -> Row:
    return Row(f"api:{url}", all=all, nobody=CLOSED, **more)  # type: ignore[arg-type]


def deed(
    url: str,
    data: Mapping[str, object] | None = None,
    but: Mapping[str, Answer] | None = None,
    *,
    prepare: object = matter,
) -> Row:
    """Something done to a matter: unseen by most, seen and refused by some, done or untimely for the rest."""
    return Row(
        f"api:{url}", method="post", json=True, data=data or {}, nobody=CLOSED,
        all=UNSEEN, but={**SEEN, **(but or {})}, prepare=prepare,  # type: ignore[arg-type]
    )  # fmt: skip


def both(people: tuple[str, ...], answer: Answer) -> dict[str, Answer]:
    return dict.fromkeys(people, answer)


SEES = dict.fromkeys(SEEN, 200)
ROWS = [
    Row("api-reference", all=200, nobody=200),
    Row("api:openapi-json", all=200, nobody=200),
    Row("api:api-root", all=404, nobody=404),
    shown("me"),
    shown("counts"),
    shown("started"),
    shown("box", prepare=lambda world: {"box": "todo"}),
    shown("units"),
    shown("search", data={"q": "小区"}),
    shown("ledger"),
    shown("show_directive", all=UNSEEN, but=SEES, prepare=matter),
    shown("rounds", all=UNSEEN, but=SEES, prepare=matter),
    shown("figures", all=UNSEEN, but=SEES, prepare=matter),
    shown("timeline", all=UNSEEN, but=SEES, prepare=matter),
    shown(
        "download",
        all=UNSEEN,
        prepare=lambda world: {**matter(world), "attachment_id": 0},
    ),
    shown("verify", all=403, but={SHEN_JING: 200, HAN_BING: 200}),
    shown("show_intake", all=UNSEEN, but=both(SUPERVISORS, 200), prepare=intake),
    shown("upload", all=422, method="post"),
    shown("open_directive", all=422, method="post", json=True),
    shown("enter", all=422, method="post", json=True),
    shown("bring_in", all=422, method="post", json=True),
    shown("confirm", all=422, method="post", json=True, prepare=intake),
    shown(
        "read",
        method="post",
        all=UNSEEN,
        but={**dict.fromkeys(SEEN, 409), LI_MIN: 200, WANG_JIANPING: 200},
        prepare=to_read,
    ),
    # 王建平 signs; to 周启明 it is then too late.
    deed("sign_for", but={WANG_JIANPING: 200, ZHOU_QIMING: 409}, prepare=unsigned),
    # The matter was handed over in September: by now it is too late to object.
    deed("object_to", WHY, both(UNDERTAKERS, 422), prepare=unsigned),
    deed("pass_on", {"person_id": 0}, both(UNDERTAKERS, 422)),
    deed("report", {"text": "已进场。"}, both(UNDERTAKERS, 200)),
    deed("complete", {"feedback": ""}, both(UNDERTAKERS, 422)),
    deed("accept", but=both(SUPERVISORS, 409)),
    deed("return_for_rework", WHY, both(SUPERVISORS, 409)),
    deed("set_cycle", {"cycle": "monthly"}, both(SUPERVISORS, 200)),
    deed("ask_figures", {"labels": ["投资额"], "period": "2026-11"}, {LI_MIN: 200, HE_WEI: 422}),
    deed("give_figures", {"figures": {}}, both(UNDERTAKERS, 422)),
    deed("remind", but=both(SUPERVISORS, 200)),
    deed(
        "ask_extension",
        {"new_due": YET_TO_COME, "reason": "等批复。"},
        {WANG_JIANPING: 200, ZHOU_QIMING: 409, **both(SUPPORT, 403)},
        prepare=undertaken,  # before its day, whatever day it is
    ),
    deed("decide_extension", {"approve": True}, both(APPROVERS, 409)),
    deed("take_up_again", WHY, both(SUPERVISORS, 409)),
    deed("recheck", {"outcome": "sound", "note": "属实"}, both(SUPERVISORS, 409)),
    deed(
        "decompose", {"parts": [{"title": "汇总", "lead_id": 0, "due": "2020-01-01"}]}, both(UNDERTAKERS, 422)
    ),
    deed(
        "ask_suspension",
        {"reason": "待批复", "review_on": "2026-01-05"},
        both((*UNDERTAKERS, *SUPERVISORS), 422),
    ),
    deed("decide_suspension", {"approve": True}, both(APPROVERS, 409)),
    deed("resume", WHY, both(SUPERVISORS, 409)),
    deed("answer", {"answer": "已办结。"}, both(SUPERVISORS, 409)),
    deed("close_out", but=both(SUPERVISORS, 409)),
    deed("instruct", {"text": "请抓紧。"}, {CHEN_LI: 200}),
    deed("docket", but=both(SUPERVISORS, 422)),
    deed("dispatch", {"lead_id": 1, "due": YET_TO_COME}, both(SUPERVISORS, 409)),
    deed("shelve", WHY, both(SUPERVISORS, 409)),
    deed("reopen", WHY, both(SUPERVISORS, 409)),
    deed("transfer", {"to": "市监察委员会", **WHY}, {HE_WEI: 200, CHEN_LI: 409}),
    shown("chains"),
    shown("supervision_keep_chain", all=422, method="post", json=True),
    shown(
        "supervision_retire_chain",
        all=UNSEEN,
        method="post",
        json=True,
        prepare=lambda world: {"chain_id": 0},
    ),
    deed("supervision_begin_chain", {"chain_id": 0}, both((*SUPERVISORS, *UNDERTAKERS), 404)),
    deed("supervision_continue_chain", but=both((*SUPERVISORS, *UNDERTAKERS), 409)),
    shown("slips", all=UNSEEN, but=SEES, prepare=matter),
    deed("supervision_issue_slip", {"weight": 1, "text": ""}, {LI_MIN: 201, HE_WEI: 409}),
    deed("supervision_acknowledge_slips"),
    deed("supervision_judge_risk", {"risk": "high", "reason": ""}, both(SUPERVISORS, 422)),
    deed("supervision_note_wait", {"blocker": "money", "reason": ""}, both(SUPERVISORS, 422)),
    shown("papers"),
    shown("show_paper", all=UNSEEN, prepare=no_paper),
    shown("paper_file", all=UNSEEN, prepare=lambda world: {**no_paper(world), "form": "pdf"}),
    deed("supervision_draft_paper", {"kind": "notice"}, both((*SUPERVISORS, CHEN_LI), 201)),
    shown(
        "supervision_word_paper", all=UNSEEN, method="post", json=True, data={"words": {}}, prepare=no_paper
    ),
    shown("supervision_issue_paper", all=UNSEEN, method="post", json=True, prepare=no_paper),
    shown("supervision_discard_paper", all=UNSEEN, method="post", json=True, prepare=no_paper),
    shown(
        "supervision_reissue_paper",
        all=UNSEEN,
        method="post",
        json=True,
        data={"reason": "有误"},
        prepare=no_paper,
    ),
    deed("terminate", WHY, {HE_WEI: 200, CHEN_LI: 409}),
]
