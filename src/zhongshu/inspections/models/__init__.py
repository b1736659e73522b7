from zhongshu.inspections.models.choices import (
    CONCLUSION,
    EDITION,
    INSPECTION,
    Kind,
    Method,
    Outcome,
    Settled,
    Standing,
    State,
)
from zhongshu.inspections.models.conclusion import Conclusion, Review
from zhongshu.inspections.models.designation import Designation
from zhongshu.inspections.models.edition import Edition
from zhongshu.inspections.models.finding import Finding
from zhongshu.inspections.models.inspection import Inspection, Member
from zhongshu.inspections.models.report import Report
from zhongshu.inspections.models.step import Step

__all__ = [
    "CONCLUSION",
    "EDITION",
    "INSPECTION",
    "Conclusion",
    "Designation",
    "Edition",
    "Finding",
    "Inspection",
    "Kind",
    "Member",
    "Method",
    "Outcome",
    "Report",
    "Review",
    "Settled",
    "Standing",
    "State",
    "Step",
]
