from tests.matrix.matrix import Row

ROWS = [
    Row("ui:keys", all=200),
    Row("ui:kit", all=200),
    Row("ui:preferences", all=302, nobody=302, method="post", data={"size": "large"}),
]
