"""Papers of approval through the API: the same people as on their pages, and whoever has not entered is told so."""

from collections.abc import Mapping

from tests.matrix.matrix import Answer, Arguments, Row
from tests.matrix.rows.api import CLOSED, UNSEEN, shown
from tests.matrix.rows.approvals import (  # fmt: skip # noqa: E501
    KNOWING,
    a_draft,
    a_paper,
    delegated,
    suspended,
    with_a_file,
    with_a_signer,
)
from tests.world import ADMINISTRATORS, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING

WHY = {"opinion": "请按程序办。"}
BECAUSE = {"reason": "等材料。"}
SOMEBODY = {"person_id": 0}


def verb(
    name: str,
    ok: Mapping[str, Answer],
    data: Arguments | None = None,
    *,
    prepare: object = a_paper,
    others: Answer = 403,
) -> Row:
    """One verb: unseen by most; ``others`` is the answer to those who know of the paper and do not have it."""
    but = {**dict.fromkeys(KNOWING, others), **ok}
    return Row(
        f"api:approvals_{name}", UNSEEN, but, CLOSED, method="post", json=True, data=data or {}, prepare=prepare,  # type: ignore[arg-type]
    )  # fmt: skip


ROWS = [
    shown("approvals"),
    shown("routes"),
    shown("agree_many", method="post", json=True, data={"matter_ids": []}),
    shown("show_approval", all=UNSEEN, but=dict.fromkeys(KNOWING, 200), prepare=a_paper),
    shown("approval_sheet", all=UNSEEN, but=dict.fromkeys(KNOWING, 200), prepare=a_paper),
    shown("approval_file", all=UNSEEN, but=dict.fromkeys(KNOWING, 200), prepare=with_a_file),
    Row(
        "api:approvals_submit", 422, dict.fromkeys(ADMINISTRATORS, 422), CLOSED, method="post", json=True,
        data={"route": "none", "title": "用印", "body": "", "values": {}},
    ),
    verb("hand_in_again", {LI_MIN: 422}, {"values": {}}, prepare=a_draft, others=422),
    # One after the other: it goes on to 陈立, and to 沈静 it is then over.
    verb("agree", {HE_WEI: 200, CHEN_LI: 200, SHEN_JING: 409}),
    verb("refuse", {HE_WEI: 200, CHEN_LI: 409, SHEN_JING: 409}, WHY),
    verb("advise", {CHEN_LI: 200}, WHY, prepare=delegated),
    verb("give_back", {HE_WEI: 200}, {"target": "submit", "straight": False, **WHY}),
    verb("take_back", {LI_MIN: 200}, others=409),
    verb("add_signer", {HE_WEI: 422}, {**SOMEBODY, "place": "before"}),
    verb("remove_signer", {HE_WEI: 200}, {"seat": 3}, prepare=with_a_signer, others=409),
    verb("reassign", {HE_WEI: 422}, SOMEBODY),
    verb("delegate", {HE_WEI: 422}, SOMEBODY),
    verb("copy", {LI_MIN: 422, HE_WEI: 422}, {"person_ids": []}, others=422),
    verb("remind", {LI_MIN: 200}),
    verb("suspend", {LI_MIN: 200, CHEN_LI: 409}, BECAUSE),
    verb("resume", {LI_MIN: 200, CHEN_LI: 409}, prepare=suspended),
    verb("void", {LI_MIN: 200, CHEN_LI: 409}, BECAUSE),
]  # fmt: skip
