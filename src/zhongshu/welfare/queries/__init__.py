"""Reading services, their calendar and cases, always for an actor."""

from zhongshu.welfare.policies import asks_for, may_ask, may_keep, offered
from zhongshu.welfare.queries.cases import Narrowed, case, case_for_update, cases, datable, page_of
from zhongshu.welfare.queries.reckoned import answer_due, is_dated_by_window, reckoned
from zhongshu.welfare.queries.services import (
    branches,
    kept_organs,
    service,
    service_for_update,
    services,
    slots_ahead,
    terms,
)
from zhongshu.welfare.queries.undertakers import head_posts, undertakers

__all__ = [
    "Narrowed",
    "answer_due",
    "asks_for",
    "branches",
    "case",
    "case_for_update",
    "cases",
    "datable",
    "head_posts",
    "is_dated_by_window",
    "kept_organs",
    "may_ask",
    "may_keep",
    "offered",
    "page_of",
    "reckoned",
    "service",
    "service_for_update",
    "services",
    "slots_ahead",
    "terms",
    "undertakers",
]
