"""What of a route can be edited by form, by the last part of its address."""

from collections.abc import Mapping

from zhongshu.approvals.parts.arranging import ACTS
from zhongshu.approvals.parts.branch import BranchForm
from zhongshu.approvals.parts.call import CallForm
from zhongshu.approvals.parts.field import FieldForm
from zhongshu.approvals.parts.group import GroupForm
from zhongshu.approvals.parts.heading import HeadingForm
from zhongshu.approvals.parts.part import Bench, PartForm
from zhongshu.approvals.parts.rule import RuleForm
from zhongshu.approvals.parts.stage import StageForm
from zhongshu.approvals.parts.tie import TieForm

PARTS: Mapping[str, type[PartForm]] = {
    "heading": HeadingForm,
    "stage": StageForm,
    "branch": BranchForm,
    "group": GroupForm,
    "call": CallForm,
    "field": FieldForm,
    "rule": RuleForm,
    "tie": TieForm,
}

__all__ = ["ACTS", "PARTS", "Bench", "PartForm"]
