"""Tabs and chips above a list of papers."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from zhongshu.approvals.presenters.paper import SHAPES
from zhongshu.approvals.queries import Filter
from zhongshu.approvals.wording import DRAFTING, state_words
from zhongshu.ui import parts
from zhongshu.ui.querystrings import changed


def tabs(narrowed: Filter) -> list[parts.Tab]:
    """待我审批, 我提交的, 知悉范围内, 已办结."""
    bare, ended = QueryDict(), narrowed.ended
    scope = narrowed.scope
    return [
        parts.Tab(_("待我办"), "?", current=scope == "waiting"),
        parts.Tab(_("我提交的"), changed(bare, {"scope": "mine"}), current=scope == "mine" and not ended),
        parts.Tab(_("知悉范围内"), changed(bare, {"scope": "all"}), current=scope == "all" and not ended),
        parts.Tab(_("已办结"), changed(bare, {"scope": "all", "ended": "1"}), current=ended),
    ]


def chips(narrowed: Filter) -> list[parts.Chip]:
    """The states to filter by."""
    states = ["approved", "refused", "void"] if narrowed.ended else [DRAFTING, "running", "suspended"]
    return [parts.Chip(state_words(one), "state", one, state=SHAPES[one]) for one in states]
