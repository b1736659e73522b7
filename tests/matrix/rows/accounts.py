"""The door. Whoever is in is sent to the desk; one click into the cast exists in the demonstration only."""

from tests.matrix.matrix import DOOR, Arguments, Row
from tests.world import LI_MIN, World


def as_li_min(world: World) -> Arguments:
    return {"guest_id": world.user(LI_MIN).pk}


ROWS = [
    Row("accounts:log-in", all=303, nobody=200),
    Row("accounts:log-in", all=303, nobody=422, method="post", data={"username": ""}),
    Row("accounts:enter-as", all=404, nobody=404, method="post", prepare=as_li_min),
    Row("accounts:log-out", all=405, nobody=405),
    Row("accounts:log-out", all=DOOR, method="post"),
    Row("accounts:password", all=200),
]
