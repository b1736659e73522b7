from zhongshu.supervision.models.ask import Ask
from zhongshu.supervision.models.chain import Chain, ChainStep, ChainVersion, StepRole
from zhongshu.supervision.models.chain_run import ChainRun, ChainTurn
from zhongshu.supervision.models.directive import (
    Blocker,
    Cycle,
    Directive,
    InstructionClass,
    Origin,
    Risk,
)
from zhongshu.supervision.models.extension import Extension
from zhongshu.supervision.models.fingerprint import Band, Fingerprint
from zhongshu.supervision.models.hand import Hand
from zhongshu.supervision.models.intake import Decision, Finding, Intake
from zhongshu.supervision.models.ledger_import import ImportedRow, ImportState, LedgerImport, RowOutcome
from zhongshu.supervision.models.paper import OF_SLIPS, OVERVIEW, Paper, PaperKind, PaperState
from zhongshu.supervision.models.recheck import Recheck, SampleDraw, Soundness
from zhongshu.supervision.models.round import Round
from zhongshu.supervision.models.saved_filter import SavedFilter
from zhongshu.supervision.models.slip import Slip, SlipWeight
from zhongshu.supervision.models.states import KIND, STAGE_NAMES, STAGE_STATES, State
from zhongshu.supervision.models.suspension import Suspension

__all__ = [
    "STAGE_NAMES",
    "STAGE_STATES",
    "Ask",
    "KIND",
    "OF_SLIPS",
    "OVERVIEW",
    "Band",
    "Blocker",
    "Chain",
    "ChainRun",
    "ChainStep",
    "ChainTurn",
    "ChainVersion",
    "Cycle",
    "Decision",
    "Directive",
    "Extension",
    "Finding",
    "Fingerprint",
    "Hand",
    "ImportState",
    "ImportedRow",
    "InstructionClass",
    "Intake",
    "LedgerImport",
    "Origin",
    "Paper",
    "PaperKind",
    "PaperState",
    "Risk",
    "Round",
    "RowOutcome",
    "SavedFilter",
    "Slip",
    "SlipWeight",
    "Recheck",
    "SampleDraw",
    "Soundness",
    "State",
    "StepRole",
    "Suspension",
]
