from zhongshu.platform.workdays.models.edition import Edition
from zhongshu.platform.workdays.models.special_day import Kind, SpecialDay
from zhongshu.platform.workdays.models.year import Year

__all__ = ["Edition", "Kind", "SpecialDay", "Year"]
