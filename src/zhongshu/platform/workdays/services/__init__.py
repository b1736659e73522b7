from zhongshu.platform.workdays.services.import_table import import_table
from zhongshu.platform.workdays.services.read_notice import looks_like_a_notice, read_notice
from zhongshu.platform.workdays.services.read_table import PASTED, read_table
from zhongshu.platform.workdays.services.trial import Move, trial

__all__ = ["PASTED", "Move", "import_table", "looks_like_a_notice", "read_notice", "read_table", "trial"]
