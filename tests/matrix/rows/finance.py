"""Money: what is not there is not to be known of."""

from tests.matrix.matrix import Row

ROWS = [Row("finance:claim", all=404, prepare=lambda world: {"matter_id": 999_999})]
