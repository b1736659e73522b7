from zhongshu.matters.services.assign import assign, finish, finish_all, name_person, redate
from zhongshu.matters.services.attach import attach
from zhongshu.matters.services.know import make_known
from zhongshu.matters.services.link import link
from zhongshu.matters.services.open import Opening, open_matter
from zhongshu.matters.services.read import mark_read
from zhongshu.matters.services.reckon import light_on, yellow_until
from zhongshu.matters.services.reindex import reindex
from zhongshu.matters.services.sweep import sweep
from zhongshu.matters.services.tell import tell_person, tell_unit

__all__ = [
    "Opening",
    "assign",
    "attach",
    "finish",
    "finish_all",
    "light_on",
    "link",
    "make_known",
    "mark_read",
    "name_person",
    "open_matter",
    "redate",
    "reindex",
    "sweep",
    "tell_person",
    "tell_unit",
    "yellow_until",
]
