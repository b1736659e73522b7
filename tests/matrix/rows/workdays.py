"""The work calendar is the system administrator's to bring in (rule T-03)."""

from tests.matrix.matrix import Row
from tests.world import LUO_KAI

ROWS = [
    Row("workdays:years", all=403, but={LUO_KAI: 200}),
    Row("workdays:trial", all=403, but={LUO_KAI: 422}, method="post"),
    Row("workdays:import", all=403, but={LUO_KAI: 422}, method="post"),
]
