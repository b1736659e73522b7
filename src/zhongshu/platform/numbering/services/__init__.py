from zhongshu.platform.numbering.services.issue import next_number, open_series
from zhongshu.platform.numbering.services.issue_many import next_numbers
from zhongshu.platform.numbering.services.void import void, void_many

__all__ = ["next_number", "next_numbers", "open_series", "void", "void_many"]
