"""The city of the tests within one transaction: what machines of random acts play in."""

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine

from tests import world as city


class InTown(RuleBasedStateMachine):
    """A city built anew, a moment in it, and nothing left of what was played."""

    def __init__(self) -> None:
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.town = city.build()
        self.at = city.AT

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)
