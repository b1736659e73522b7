"""The door is open to all; one's own account to oneself; each console to its administrator alone (G-07)."""

from tests.matrix.matrix import DOOR, Arguments, Row
from tests.world import AT, HAN_BING, LI_MIN, LIANG_XUE, LUO_KAI, World

from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.accounts import services

NO_KEYS_FOR_ADMINISTRATORS = {HAN_BING: 422, LUO_KAI: 422, LIANG_XUE: 422}


def li_min(world: World) -> Arguments:
    return {"user_id": world.user(LI_MIN).pk}


def li_mins_sessions(world: World) -> Arguments:
    return {**li_min(world), "deed": "end-sessions"}


def li_mins_key(world: World) -> Arguments:
    user = world.user(LI_MIN)
    services.make_token(actor=SYSTEM, user_id=user.pk, name="报表程序", at=AT)
    return {"key_id": user.tokens.get().pk}


def no_guest(world: World) -> Arguments:
    return {"guest_id": 1}


SECURITY, AUDIT = {LIANG_XUE: 200}, {HAN_BING: 200}

ROWS = [
    Row("accounts:log-in", all=303, nobody=200),
    Row("accounts:log-in", all=303, nobody=422, method="post", data={"username": ""}),
    Row("accounts:log-out", all=405, nobody=405),
    Row("accounts:log-out", all=DOOR, method="post"),
    Row("accounts:enter-as", all=404, nobody=404, method="post", prepare=no_guest),
    Row("accounts:left-over", all=DOOR),
    Row("accounts:password", all=200),
    Row("accounts:factor", all=DOOR),
    Row("accounts:factor-add", all=200),
    Row("accounts:factor-picture", all=200, nobody=404),
    Row("accounts:me", all=200),
    Row("accounts:codes", all=409, method="post"),
    Row(
        "accounts:key-make", all=200, but=NO_KEYS_FOR_ADMINISTRATORS, method="post", data={"name": "报表程序"}
    ),
    Row("accounts:key-make", all=422, method="post"),
    Row(
        "accounts:key-revoke", all=404, but={LI_MIN: 303, LIANG_XUE: 409}, method="post", prepare=li_mins_key
    ),
    Row("accounts:end-sessions", all=303, method="post"),
    Row("accounts:accounts", all=404, but=SECURITY),
    Row("accounts:new", all=404, but=SECURITY),
    Row("accounts:account", all=404, but=SECURITY, prepare=li_min),
    Row("accounts:deed", all=404, but={LIANG_XUE: 303}, method="post", prepare=li_mins_sessions),
    Row("accounts:reset", all=404, but=SECURITY, method="post", prepare=li_min),
    Row(
        "accounts:grant", all=404, but={LIANG_XUE: 303}, method="post", data={"role": "audit"}, prepare=li_min
    ),
    Row("accounts:journal", all=404, but=AUDIT),
    Row("accounts:journal-verify", all=404, but={HAN_BING: 303}, method="post"),
    Row("accounts:journal-export", all=404, but={HAN_BING: 303}, method="post"),
]
