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
from zhongshu.platform.accounts.services.passwords import change_password, hashed, reset_password
from zhongshu.platform.accounts.services.roles import grant_admin_role, withdraw_admin_role
from zhongshu.platform.accounts.services.secret import Secret
from zhongshu.platform.accounts.services.tokens import make_token, revoke_token

__all__ = [
    "Secret",
    "caller",
    "change_password",
    "close_account",
    "cut_off",
    "end_sessions",
    "grant_admin_role",
    "hashed",
    "invite_demo_guest",
    "make_token",
    "note_entry",
    "note_leaving",
    "note_refusal",
    "open_account",
    "reopen",
    "reset_password",
    "revoke_token",
    "unlock",
    "withdraw_admin_role",
]
