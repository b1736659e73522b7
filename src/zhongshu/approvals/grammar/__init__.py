"""What a route says: stages, choices and parallel branches as data, and where a paper goes next. No database."""

from zhongshu.approvals.grammar import editing
from zhongshu.approvals.grammar.bpmn import export
from zhongshu.approvals.grammar.calls import PART, Unresolved, calls, folded, resolved
from zhongshu.approvals.grammar.conditions import Condition, Test, Values, holds
from zhongshu.approvals.grammar.flow import Flow, Onward, Unforeseen, items
from zhongshu.approvals.grammar.powers import DECIDING, INCOMPATIBLE, Pair, Power, clash, kin_clash
from zhongshu.approvals.grammar.raw import Malformed, Raw, decoded
from zhongshu.approvals.grammar.reading import read, written
from zhongshu.approvals.grammar.route import (
    NAME,
    Branch,
    Choice,
    Field,
    FieldKind,
    Group,
    How,
    Item,
    OnEmpty,
    OnRepeat,
    OnSelf,
    Overtime,
    Parallel,
    Prescription,
    Right,
    Route,
    Stage,
    Tie,
    TieKind,
    Who,
    WhoKind,
)
from zhongshu.approvals.grammar.ties import untied
from zhongshu.approvals.grammar.values import faults, typed

__all__ = [
    "DECIDING",
    "INCOMPATIBLE",
    "Branch",
    "Choice",
    "Condition",
    "Field",
    "FieldKind",
    "Flow",
    "Group",
    "How",
    "Item",
    "Malformed",
    "NAME",
    "OnEmpty",
    "OnRepeat",
    "OnSelf",
    "Onward",
    "Overtime",
    "Pair",
    "PART",
    "Parallel",
    "Power",
    "Prescription",
    "Raw",
    "Right",
    "Route",
    "Stage",
    "Test",
    "Tie",
    "TieKind",
    "Unforeseen",
    "Unresolved",
    "Values",
    "Who",
    "WhoKind",
    "calls",
    "clash",
    "decoded",
    "editing",
    "export",
    "faults",
    "folded",
    "holds",
    "items",
    "kin_clash",
    "read",
    "resolved",
    "typed",
    "untied",
    "written",
]
