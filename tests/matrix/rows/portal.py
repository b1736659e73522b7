from tests.matrix.matrix import Row

ROWS = [
    Row("portal:home", all=200),
    Row("portal:health", all=200, nobody=200),
]
