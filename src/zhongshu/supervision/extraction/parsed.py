"""How the interpreter takes a pattern apart: the one place that asks its own parser (``re._parser``, promised by nobody)."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

Nodes = list[tuple[str, Any]]
"""The parts of a pattern in order: the name of each kind (``LITERAL``, ``BRANCH``, …) and what it holds."""

try:
    _parser: Any = import_module("re._parser")
except (
    ImportError
):  # an interpreter that keeps it elsewhere: nothing is told of a pattern, so nothing is put aside for it
    _parser = None


def parsed(pattern: str | re.Pattern[str]) -> Nodes:
    """The parts of ``pattern``; where the interpreter does not tell them, one of the kind ``UNKNOWN``."""
    source = pattern if isinstance(pattern, str) else pattern.pattern
    return parts(_parser.parse(source)) if _parser else [("UNKNOWN", None)]


def parts(nodes: Any) -> Nodes:
    """The parts that a part holds."""
    return [(str(kind), what) for kind, what in nodes]
