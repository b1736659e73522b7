from zhongshu.platform.accounts.services.account import (
    close_account,
    cut_off,
    end_sessions,
    open_account,
    reopen,
    unlock,
)
from zhongshu.platform.accounts.services.demo import invite_demo_guest
from zhongshu.platform.accounts.services.door import caller, note_entry, note_leaving, note_refusal
from zhongshu.platform.accounts.services.factor import (
    add_factor,
    check_factor,
    new_recovery_codes,
    remove_factor,
    reseal_factors,
)
from zhongshu.platform.accounts.services.leftover import keep_late, left_over_for, left_over_of
from zhongshu.platform.accounts.services.passwords import change_password, hashed, reset_password
from zhongshu.platform.accounts.services.roles import grant_admin_role, withdraw_admin_role
from zhongshu.platform.accounts.services.safekeeping import export_journal, verify_journal
from zhongshu.platform.accounts.services.secret import Secret
from zhongshu.platform.accounts.services.tokens import make_token, revoke_token

__all__ = [
    "Secret",
    "add_factor",
    "reseal_factors",
    "caller",
    "check_factor",
    "change_password",
    "close_account",
    "cut_off",
    "end_sessions",
    "export_journal",
    "grant_admin_role",
    "hashed",
    "invite_demo_guest",
    "keep_late",
    "left_over_for",
    "left_over_of",
    "make_token",
    "new_recovery_codes",
    "note_entry",
    "note_leaving",
    "note_refusal",
    "open_account",
    "remove_factor",
    "reopen",
    "reset_password",
    "revoke_token",
    "unlock",
    "verify_journal",
    "withdraw_admin_role",
]
