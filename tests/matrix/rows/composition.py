"""Addresses that belong to no floor."""

from tests.matrix.matrix import Row

ROWS = [Row("icon", all=302, nobody=302)]
