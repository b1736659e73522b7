from zhongshu.org.models.absence import Leave, StandIn
from zhongshu.org.models.edition import Edition
from zhongshu.org.models.kinship import KinKind, Kinship
from zhongshu.org.models.person import Appointment, Person
from zhongshu.org.models.post import Charge, Duty, Post
from zhongshu.org.models.rank import Grade, Rank
from zhongshu.org.models.unit import Unit, UnitAlias, UnitKind

__all__ = [
    "Appointment",
    "Charge",
    "Duty",
    "Edition",
    "Grade",
    "KinKind",
    "Kinship",
    "Leave",
    "Person",
    "Post",
    "Rank",
    "StandIn",
    "Unit",
    "UnitAlias",
    "UnitKind",
]
