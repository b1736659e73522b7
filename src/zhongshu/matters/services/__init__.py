from zhongshu.matters.services.assign import (
    assign,
    assign_people,
    finish,
    finish_all,
    name_person,
    redate,
    redate_many,
    withdraw,
)
from zhongshu.matters.services.attach import attach, supersede, take_attached
from zhongshu.matters.services.fold import fold
from zhongshu.matters.services.keep import keep
from zhongshu.matters.services.know import draw_in, make_known
from zhongshu.matters.services.link import link
from zhongshu.matters.services.moved import moved
from zhongshu.matters.services.note import note
from zhongshu.matters.services.open import Opening, open_matter
from zhongshu.matters.services.read import mark_read
from zhongshu.matters.services.reckon import light_on, moved_since, yellow_until
from zhongshu.matters.services.recount import Difference, Recounted, recount
from zhongshu.matters.services.reindex import reindex
from zhongshu.matters.services.reword import detach, reword
from zhongshu.matters.services.sweep import sweep
from zhongshu.matters.services.take_in import Arrival, call_off, take_in
from zhongshu.matters.services.tell import tell_person, tell_unit

__all__ = [
    "detach",
    "reword",
    "Difference",
    "Arrival",
    "Opening",
    "assign",
    "assign_people",
    "attach",
    "supersede",
    "take_attached",
    "call_off",
    "draw_in",
    "finish",
    "finish_all",
    "keep",
    "fold",
    "light_on",
    "link",
    "make_known",
    "mark_read",
    "moved",
    "moved_since",
    "name_person",
    "note",
    "open_matter",
    "recount",
    "Recounted",
    "redate",
    "redate_many",
    "reindex",
    "sweep",
    "take_in",
    "tell_person",
    "tell_unit",
    "withdraw",
    "yellow_until",
]
