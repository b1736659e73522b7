"""Inspections: for the organ that inspects; the inspected unit knows of its own conclusion and of nothing else."""

from tests.inspections import story
from tests.matrix.matrix import Arguments, Row
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, ZHOU_QIMING, World

OVERSEEING = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)
INSPECTED = (WANG_JIANPING, ZHOU_QIMING)


def running(world: World) -> Arguments:
    return {"matter_id": story.running(world).pk}


def told(world: World) -> Arguments:
    return {"matter_id": story.fed_back(world).pk}


ROWS = [
    Row("inspections:inspection", 404, dict.fromkeys(OVERSEEING, 200), prepare=running),
    Row("inspections:conclusion", 404, dict.fromkeys((*OVERSEEING, *INSPECTED), 200), prepare=told),
]
