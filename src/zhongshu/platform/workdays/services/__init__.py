from zhongshu.platform.workdays.services.import_table import import_table
from zhongshu.platform.workdays.services.read_table import read_table

__all__ = ["import_table", "read_table"]
