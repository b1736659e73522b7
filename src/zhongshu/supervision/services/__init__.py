from zhongshu.supervision.extraction import LONGEST
from zhongshu.supervision.services.about import link_about
from zhongshu.supervision.services.again import take_up_again
from zhongshu.supervision.services.aliases import learn_alias, revoke_alias
from zhongshu.supervision.services.alike import duty, similar_to
from zhongshu.supervision.services.ask import (
    ask_figures,
    give_figures,
)
from zhongshu.supervision.services.bring_ledger import bring_file, bring_ledger
from zhongshu.supervision.services.chain import begin_chain, continue_chain
from zhongshu.supervision.services.close import answer_leader, close_out
from zhongshu.supervision.services.complete import complete
from zhongshu.supervision.services.confirm import Choice, ChoicesRefused, confirm
from zhongshu.supervision.services.cycle import Milestone, set_cycle
from zhongshu.supervision.services.decided import Decided
from zhongshu.supervision.services.decompose import Part, decompose, like_part
from zhongshu.supervision.services.divert import reopen, terminate, transfer
from zhongshu.supervision.services.docket import as_registered, docket
from zhongshu.supervision.services.downwards import ForParts, pull_parts_in
from zhongshu.supervision.services.enter import enter
from zhongshu.supervision.services.escalate import escalate
from zhongshu.supervision.services.explain_name import explain_name
from zhongshu.supervision.services.export import export
from zhongshu.supervision.services.extend import ask_extension, decide_extension
from zhongshu.supervision.services.file_paper import file_paper
from zhongshu.supervision.services.import_ledger import import_ledger, import_ledger_rows, may_begin
from zhongshu.supervision.services.instruct import Instruction, instruct
from zhongshu.supervision.services.intake import bring_in
from zhongshu.supervision.services.keep_chain import Step, keep_chain, retire_chain
from zhongshu.supervision.services.keep_trial import keep_trial
from zhongshu.supervision.services.map_ledger import map_ledger
from zhongshu.supervision.services.note_wait import note_wait
from zhongshu.supervision.services.open import dispatch, open_directive
from zhongshu.supervision.services.paper import (
    discard_paper,
    draft_overview,
    draft_paper,
    reissue_paper,
    word_paper,
)
from zhongshu.supervision.services.paper_issue import issue_paper, take_paper
from zhongshu.supervision.services.presence import HolderAway, Offer
from zhongshu.supervision.services.recheck import recheck
from zhongshu.supervision.services.recompute import reached, recompute
from zhongshu.supervision.services.redate import redate_rounds
from zhongshu.supervision.services.remind_many import Reminded, remind_many
from zhongshu.supervision.services.report import remind, report
from zhongshu.supervision.services.resume import resume
from zhongshu.supervision.services.risk import judge_risk
from zhongshu.supervision.services.sample import sample
from zhongshu.supervision.services.saved_filters import change_filter, remove_filter, save_filter
from zhongshu.supervision.services.set_paper import kept_paper, number_paper
from zhongshu.supervision.services.shelve import enter_for_reading, shelve
from zhongshu.supervision.services.sign import object_to, pass_on, sign_for
from zhongshu.supervision.services.slips import acknowledge_slips, issue_slip, raise_slip, slips_read
from zhongshu.supervision.services.suspend import ask_suspension, decide_suspension
from zhongshu.supervision.services.take import take_file, take_source
from zhongshu.supervision.services.take_back import take_back
from zhongshu.supervision.services.task import Task
from zhongshu.supervision.services.turning import turn_all, turn_rounds
from zhongshu.supervision.services.undo_import import undo_import
from zhongshu.supervision.services.verify import accept, return_for_rework

__all__ = [
    "kept_paper",
    "number_paper",
    "Step",
    "begin_chain",
    "continue_chain",
    "keep_chain",
    "retire_chain",
    "Choice",
    "ChoicesRefused",
    "Decided",
    "ForParts",
    "HolderAway",
    "LONGEST",
    "Instruction",
    "Offer",
    "Milestone",
    "Part",
    "Reminded",
    "Task",
    "accept",
    "acknowledge_slips",
    "answer_leader",
    "as_registered",
    "ask_extension",
    "ask_figures",
    "ask_suspension",
    "bring_in",
    "bring_file",
    "bring_ledger",
    "change_filter",
    "close_out",
    "complete",
    "confirm",
    "decide_extension",
    "decide_suspension",
    "decompose",
    "discard_paper",
    "dispatch",
    "docket",
    "draft_overview",
    "draft_paper",
    "duty",
    "enter",
    "enter_for_reading",
    "escalate",
    "explain_name",
    "export",
    "file_paper",
    "give_figures",
    "import_ledger",
    "import_ledger_rows",
    "instruct",
    "issue_paper",
    "issue_slip",
    "judge_risk",
    "learn_alias",
    "like_part",
    "link_about",
    "keep_trial",
    "map_ledger",
    "may_begin",
    "note_wait",
    "object_to",
    "open_directive",
    "pass_on",
    "pull_parts_in",
    "raise_slip",
    "recheck",
    "reached",
    "recompute",
    "redate_rounds",
    "reissue_paper",
    "remind",
    "remind_many",
    "remove_filter",
    "reopen",
    "report",
    "resume",
    "return_for_rework",
    "revoke_alias",
    "sample",
    "save_filter",
    "set_cycle",
    "shelve",
    "sign_for",
    "similar_to",
    "slips_read",
    "take_back",
    "take_file",
    "take_paper",
    "take_source",
    "take_up_again",
    "terminate",
    "transfer",
    "turn_all",
    "turn_rounds",
    "word_paper",
    "undo_import",
]
