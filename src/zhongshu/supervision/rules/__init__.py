"""The law of supervision: pure functions named after the rule book's ids, no database.

Sources: 政府督查工作条例 (国务院令第733号, in force 2021-02-01), 党政机关公文处理工作条例
(中办发〔2012〕14号) art. 24. Rules marked "conv." are local practice: their numbers are settings.
"""

from zhongshu.supervision.rules.chains import (
    MOST_DAYS,
    MOST_STEPS,
    D_14_steps,
    D_18_chain_fits,
    D_18_step_is_over,
)
from zhongshu.supervision.rules.ending import (
    D_07_conclusion,
    D_09_verified,
    D_12_recused,
    D_25_close_out,
    D_25_sampled,
    D_25_verifier,
    D_30_reopening,
    close_out_limit,
    recheck_limit,
)
from zhongshu.supervision.rules.evidence import (
    D_25_evidence_questions,
    D_25_questions_answered,
    Proof,
    Question,
)
from zhongshu.supervision.rules.ladder import (
    D_10_needs_approver,
    D_23_goes_by_itself,
    D_23_ladder,
    D_23_next_step,
    Step,
)
from zhongshu.supervision.rules.opening import (
    D_01_docketing,
    D_13_objection,
    D_16_docketing,
    D_16_reading_limit,
    D_17_one_lead,
    D_19_counted_from,
    D_19_default_limit,
    D_19_still_to_come,
    D_28_bases,
    M_12_every_duty_answered,
    past_date,
)
from zhongshu.supervision.rules.origins import (
    NEEDS,
    D_04_alike,
    D_04_decided,
    D_04_least,
    D_04_period,
    D_15_for_reading,
    D_27_missing,
)
from zhongshu.supervision.rules.parts import D_18_no_open_parts, D_18_part_due
from zhongshu.supervision.rules.reporting import (
    D_24_short_cycle,
    D_26_asked_once,
    D_26_figures,
    D_26_milestones,
    D_26_reports_a_month,
    opens_before,
    reminds_before,
    short_cycle_days,
)
from zhongshu.supervision.rules.running import (
    D_20_extension,
    D_20_granted,
    D_21_feedback_signed,
    signs_feedback,
)
from zhongshu.supervision.rules.stops import (
    D_18_parts_settled,
    D_20_assessed_due,
    D_30_suspension,
    T_09_resumed_due,
)

__all__ = [
    "D_01_docketing",
    "D_04_alike",
    "D_04_decided",
    "D_04_least",
    "D_04_period",
    "D_07_conclusion",
    "D_09_verified",
    "D_10_needs_approver",
    "D_12_recused",
    "D_13_objection",
    "D_14_steps",
    "D_15_for_reading",
    "D_16_docketing",
    "D_16_reading_limit",
    "D_17_one_lead",
    "D_18_chain_fits",
    "D_18_no_open_parts",
    "D_18_part_due",
    "D_18_parts_settled",
    "D_18_step_is_over",
    "D_19_counted_from",
    "D_19_default_limit",
    "D_19_still_to_come",
    "D_28_bases",
    "D_20_assessed_due",
    "D_20_extension",
    "D_20_granted",
    "D_21_feedback_signed",
    "D_23_goes_by_itself",
    "D_23_ladder",
    "D_23_next_step",
    "D_24_short_cycle",
    "D_25_close_out",
    "D_25_evidence_questions",
    "D_25_questions_answered",
    "D_25_sampled",
    "D_25_verifier",
    "D_26_asked_once",
    "D_26_figures",
    "D_26_milestones",
    "D_26_reports_a_month",
    "D_27_missing",
    "D_30_reopening",
    "D_30_suspension",
    "M_12_every_duty_answered",
    "MOST_DAYS",
    "MOST_STEPS",
    "NEEDS",
    "Proof",
    "Question",
    "Step",
    "T_09_resumed_due",
    "close_out_limit",
    "opens_before",
    "past_date",
    "recheck_limit",
    "reminds_before",
    "short_cycle_days",
    "signs_feedback",
]
