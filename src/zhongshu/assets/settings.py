"""What is a local convention in the keeping of assets: classes, and how often they are counted (rule F-12)."""

from collections.abc import Mapping

from django.conf import settings


def classes() -> Mapping[str, str]:
    """Codes of the classes of assets with their names; at the start those of GB/T 14885-2010 {M}."""
    named: Mapping[str, str] = settings.RULES["F-12.classes"]
    return named


def class_named(code: str) -> str:
    """The name of a class; its code where the setting does not know it any more."""
    return classes().get(code, code)


def stocktake_months() -> int:
    """After how many months the ledger of an organ is counted again."""
    return int(settings.RULES["F-12.stocktake_months"])


def stocktake_working_days() -> int:
    """How many working days a stocktake takes at most, where nobody says otherwise."""
    return int(settings.RULES["F-12.stocktake_working_days"])
