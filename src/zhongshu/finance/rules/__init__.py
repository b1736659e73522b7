"""The law of money (rules §5): pure functions, no database. Local conventions are settings."""

from zhongshu.finance.rules.altered import F_07_alike, F_07_unaltered
from zhongshu.finance.rules.beforehand import SOURCES, F_09_beforehand, F_09_traveller, names_in
from zhongshu.finance.rules.cash import F_08_cash, F_08_deposited
from zhongshu.finance.rules.controls import Control, F_03_controls
from zhongshu.finance.rules.hands import (
    F_01_own_claim,
    F_01_own_money,
    F_06_relatives_money,
    F_13_acceptance,
    paid_stays,
)
from zhongshu.finance.rules.invoices import (
    F_07_claimed,
    F_07_covered,
    F_07_is_invoice,
    F_07_known,
    F_07_not_ahead,
    F_07_once,
    F_07_own_file,
)
from zhongshu.finance.rules.large import (
    M_15_decided,
    M_15_first,
    M_15_gate,
    M_15_within,
    M_16_total,
    quorum_percent,
    split_within,
)
from zhongshu.finance.rules.leaving import settled_before_leaving
from zhongshu.finance.rules.needs import Needs, needed
from zhongshu.finance.rules.payees import account_key, is_credit_code, payee_key
from zhongshu.finance.rules.rotation import F_04_rotation_due
from zhongshu.finance.rules.speed import approve_within, pay_within, review_within, settle_within
from zhongshu.finance.rules.standards import (
    BY_CLASS,
    F_09_within,
    F_10_budget,
    F_10_people,
    F_11_never_paid,
    Standard,
    in_force,
    starting,
)
from zhongshu.finance.rules.sums import F_05_balance, within_the_whole

__all__ = [
    "BY_CLASS",
    "Standard",
    "in_force",
    "starting",
    "F_01_own_claim",
    "F_01_own_money",
    "F_06_relatives_money",
    "F_05_balance",
    "F_07_claimed",
    "F_07_alike",
    "F_07_covered",
    "F_07_is_invoice",
    "F_07_known",
    "F_07_not_ahead",
    "F_07_once",
    "F_07_own_file",
    "F_07_unaltered",
    "SOURCES",
    "Control",
    "F_03_controls",
    "F_04_rotation_due",
    "F_08_cash",
    "F_08_deposited",
    "F_09_beforehand",
    "F_09_traveller",
    "F_09_within",
    "F_10_budget",
    "F_10_people",
    "F_11_never_paid",
    "F_13_acceptance",
    "M_15_decided",
    "M_15_first",
    "M_15_gate",
    "M_15_within",
    "M_16_total",
    "Needs",
    "approve_within",
    "account_key",
    "is_credit_code",
    "paid_stays",
    "payee_key",
    "names_in",
    "needed",
    "pay_within",
    "quorum_percent",
    "review_within",
    "settle_within",
    "split_within",
    "settled_before_leaving",
    "within_the_whole",
]
