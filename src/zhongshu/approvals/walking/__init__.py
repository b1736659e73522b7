"""The walk of a paper along its route: every verb as a change of legs and seats in memory. No queries here."""

from zhongshu.approvals.walking.deciding import advise, agree, pass_over, refuse, refuse_late, votes
from zhongshu.approvals.walking.ending import void
from zhongshu.approvals.walking.handing import delegate, entitled, how_far, reach, reassign, stopped, takers
from zhongshu.approvals.walking.opening import begin, hand_in
from zhongshu.approvals.walking.order import behind, in_order, way
from zhongshu.approvals.walking.pausing import resume, suspend
from zhongshu.approvals.walking.returning import give_back, reachable, return_late, returned_to, targets
from zhongshu.approvals.walking.signers import add_signer, askable, remove_signer, replace
from zhongshu.approvals.walking.state import SUBMIT, By, Casting, Walk
from zhongshu.approvals.walking.undoing import may_take_back, take_back

__all__ = [
    "SUBMIT",
    "By",
    "Casting",
    "Walk",
    "add_signer",
    "advise",
    "agree",
    "askable",
    "begin",
    "behind",
    "delegate",
    "entitled",
    "give_back",
    "hand_in",
    "how_far",
    "in_order",
    "may_take_back",
    "pass_over",
    "reach",
    "reachable",
    "reassign",
    "refuse",
    "refuse_late",
    "remove_signer",
    "replace",
    "resume",
    "return_late",
    "returned_to",
    "stopped",
    "suspend",
    "take_back",
    "takers",
    "targets",
    "void",
    "votes",
    "way",
]
