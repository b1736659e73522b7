"""Reading accounts, the door and the trail."""

from zhongshu.platform.accounts.queries.accounts import Card, card, cards, keys_of
from zhongshu.platform.accounts.queries.door import (
    account_behind,
    address_of,
    demo_guest,
    demo_guests,
    factor_waits,
    landing,
    locked_for,
    must_have_factor,
    owed_by,
    recovery_codes_left,
    user_named,
    user_of,
    user_of_token,
)
from zhongshu.platform.accounts.queries.trail import (
    Line,
    Wanted,
    count_of_lines,
    last_checkpoint,
    lines,
    page_of_lines,
)

__all__ = [
    "Card",
    "Line",
    "Wanted",
    "account_behind",
    "address_of",
    "card",
    "cards",
    "count_of_lines",
    "demo_guest",
    "demo_guests",
    "factor_waits",
    "keys_of",
    "landing",
    "last_checkpoint",
    "lines",
    "locked_for",
    "must_have_factor",
    "owed_by",
    "page_of_lines",
    "recovery_codes_left",
    "user_named",
    "user_of",
    "user_of_token",
]
