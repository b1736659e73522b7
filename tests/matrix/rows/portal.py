from tests.matrix.handed import signed, unread
from tests.matrix.matrix import Arguments, Row
from tests.world import ADMINISTRATORS, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, ZHOU_QIMING, World

UNSEEN = 404
SEEN = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING, WANG_JIANPING, ZHOU_QIMING)
SHEET = {"text": "请抓紧办理。", "instruction_class": "order"}


def matter(world: World) -> Arguments:
    """A matter that 王建平 of development and reform has signed for."""
    return {"directive_id": signed(world).pk}


def to_read(world: World) -> Arguments:
    """A matter on which 陈立 wrote something for the lead unit and the supervisors to read."""
    return {"matter_id": unread(world).pk}


ROWS = [
    Row("portal:home", all=200, but=dict.fromkeys(ADMINISTRATORS, 303)),
    Row("portal:search", all=200),
    Row("portal:leader", all=200),
    Row("portal:help-index", all=200),
    Row("portal:help", all=200, prepare=lambda world: {"topic": "start"}),
    Row("portal:more", all=200),
    Row("portal:preferences", all=200),
    Row("portal:health", all=200, nobody=200),
    # Nobody has asked for a later date: whoever may decide is told so (409).
    Row(
        "portal:decide",
        method="post",
        data={"approve": "yes"},
        all=UNSEEN,
        but={**dict.fromkeys(SEEN, 403), HE_WEI: 409, CHEN_LI: 409},
        prepare=matter,
    ),
    # The first of each unit has read it for the unit; to the second there is nothing left to read.
    Row(
        "portal:read",
        method="post",
        all=UNSEEN,
        but={**dict.fromkeys(SEEN, 409), LI_MIN: 303, WANG_JIANPING: 303},
        prepare=to_read,
    ),
]
