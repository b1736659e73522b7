"""The verbs of approval. Each is one use case: one transaction, one trail."""

from zhongshu.approvals.services.again import hand_in_again
from zhongshu.approvals.services.bulk import Bulk, agree_many
from zhongshu.approvals.services.copies import copy
from zhongshu.approvals.services.decide import advise, agree, give_back, refuse
from zhongshu.approvals.services.deposit import ask_for_deposits, deposit, file_away
from zhongshu.approvals.services.export import export
from zhongshu.approvals.services.handing import delegate, reassign
from zhongshu.approvals.services.manage import remind, resume, suspend, void
from zhongshu.approvals.services.number import next_number, unit_of
from zhongshu.approvals.services.overtime import late, lay_late, sweep_late
from zhongshu.approvals.services.routes import (
    discard_draft,
    draft_route,
    publish_route,
    renew_route,
    withdraw_route,
)
from zhongshu.approvals.services.sheet import sheet_name, take_sheet
from zhongshu.approvals.services.signers import add_signer, remove_signer
from zhongshu.approvals.services.submit import enter, shown, start, startable, submit
from zhongshu.approvals.services.take import take_file
from zhongshu.approvals.services.take_back import take_back
from zhongshu.approvals.services.trail import keep

__all__ = [
    "Bulk",
    "add_signer",
    "advise",
    "agree",
    "agree_many",
    "ask_for_deposits",
    "copy",
    "delegate",
    "deposit",
    "discard_draft",
    "draft_route",
    "enter",
    "export",
    "file_away",
    "give_back",
    "hand_in_again",
    "keep",
    "late",
    "lay_late",
    "next_number",
    "publish_route",
    "reassign",
    "refuse",
    "remind",
    "remove_signer",
    "renew_route",
    "resume",
    "sheet_name",
    "shown",
    "start",
    "startable",
    "submit",
    "suspend",
    "sweep_late",
    "take_back",
    "take_file",
    "take_sheet",
    "unit_of",
    "void",
    "withdraw_route",
]
