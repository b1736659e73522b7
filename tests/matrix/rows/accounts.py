from tests.matrix.matrix import DOOR, Row

ROWS = [
    Row("accounts:log-in", all=200, nobody=200),
    Row("accounts:log-in", all=200, nobody=200, method="post"),
    Row("accounts:log-out", all=405, nobody=405),
    Row("accounts:log-out", all=DOOR, method="post"),
]
