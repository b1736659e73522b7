"""The life cycle of a supervised matter: table D-30 of the rule book, denied unless declared."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Group, LifeCycle

KIND = "directive"  # what the spine calls a supervised matter


class State(models.TextChoices):
    REGISTERED = "registered", _("登记")
    DOCKETED = "docketed", _("已立项")
    DISPATCHED = "dispatched", _("待签收")
    UNDERTAKING = "undertaking", _("承办中")
    SUSPENDED = "suspended", _("已中止")
    REVIEWING = "reviewing", _("待审核")
    COMPLETED = "completed", _("已办结")
    CLOSED_OUT = "closed_out", _("已销号")
    ARCHIVED = "archived", _("已归档")
    FOR_READING = "for_reading", _("转阅")
    TRANSFERRED = "transferred", _("已移送")
    TERMINATED = "terminated", _("已终止")
    VOIDED = "voided", _("已作废")


OPEN_STATES = frozenset(
    {
        State.REGISTERED,
        State.DOCKETED,
        State.DISPATCHED,
        State.UNDERTAKING,
        State.SUSPENDED,
        State.REVIEWING,
        State.COMPLETED,
    }
)

# stage → states in which an open matter is in it
STAGE_STATES: dict[str, tuple[State, ...]] = {
    "docketing": (State.REGISTERED, State.DOCKETED),
    "signing": (State.DISPATCHED,),
    "undertaking": (State.UNDERTAKING, State.SUSPENDED),
    "verification": (State.REVIEWING,),
    "closure": (State.COMPLETED,),
}

STAGE_NAMES = {
    "docketing": _("立项"),
    "signing": _("签收"),
    "undertaking": _("办理"),
    "verification": _("审核"),
    "closure": _("销号"),
}

TRANSITIONS: dict[str, dict[State, State]] = {
    "docket": {State.REGISTERED: State.DOCKETED},
    "shelve": {State.REGISTERED: State.FOR_READING},
    "dispatch": {State.DOCKETED: State.DISPATCHED},
    "sign_for": {State.DISPATCHED: State.UNDERTAKING},
    "object": {State.DISPATCHED: State.DOCKETED},
    "report": {State.UNDERTAKING: State.UNDERTAKING},
    "remind": {State.DISPATCHED: State.DISPATCHED, State.UNDERTAKING: State.UNDERTAKING},
    "extend": {State.UNDERTAKING: State.UNDERTAKING},
    "suspend": {State.UNDERTAKING: State.SUSPENDED},
    "resume": {State.SUSPENDED: State.UNDERTAKING},
    "complete": {State.UNDERTAKING: State.REVIEWING},
    "accept": {State.REVIEWING: State.COMPLETED},
    "return_for_rework": {State.REVIEWING: State.UNDERTAKING},
    "answer_leader": {State.COMPLETED: State.COMPLETED},
    "close_out": {State.COMPLETED: State.CLOSED_OUT},
    "reopen": {State.COMPLETED: State.UNDERTAKING},
    "take_up_again": {State.ARCHIVED: State.ARCHIVED},
    # A ledger kept elsewhere is taken over: what had ended there enters as ended, never as done here.
    "take_over_finished": {State.REGISTERED: State.CLOSED_OUT},
    "take_over_dropped": {State.REGISTERED: State.TERMINATED},
    "undo_import": dict.fromkeys((State.DISPATCHED, State.CLOSED_OUT, State.TERMINATED), State.VOIDED),
    "recheck": {State.ARCHIVED: State.ARCHIVED},
    "archive": {State.CLOSED_OUT: State.ARCHIVED},
    "instruct": {state: state for state in OPEN_STATES},
    "transfer": dict.fromkeys(OPEN_STATES, State.TRANSFERRED),
    "terminate": dict.fromkeys(OPEN_STATES, State.TERMINATED),
}

ENDED = dict.fromkeys(frozenset(State) - OPEN_STATES, Group.CLOSED) | {State.VOIDED: Group.VOID}
LIFE = LifeCycle(State, TRANSITIONS, ENDED, _("这件事现在是“%(state)s”，不能这样办。"), rule="D-30")
