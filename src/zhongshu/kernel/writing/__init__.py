"""Rows stored by statements spelled here: the framework takes longer to make one than the database to carry it out.

For rows that every act of the house writes. No ``save`` of a model and no signal is called; constraints and
triggers of the database hold as ever.
"""

from zhongshu.kernel.writing.changed import update, update_alike
from zhongshu.kernel.writing.many import insert_many, insert_unnamed
from zhongshu.kernel.writing.new import insert, insert_unless_there

__all__ = ["insert", "insert_many", "insert_unless_there", "insert_unnamed", "update", "update_alike"]
