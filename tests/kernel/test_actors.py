"""Who acts, and in whose name."""

from zhongshu.kernel.actors import SYSTEM, Actor

LIN, ZHOU = 3, 8


def test_what_is_done_for_somebody_is_done_in_his_name() -> None:
    """A stand-in takes two seats, and what he does is done in the name of the absent one."""
    assert Actor(LIN, "林芳").in_name_of == LIN
    standing_in = Actor(LIN, "林芳", acting_for=ZHOU, acting_for_name="周敏")
    assert standing_in.in_name_of == ZHOU
    assert standing_in.seats == {LIN, ZHOU}


def test_the_house_itself_acts_in_nobodys_name() -> None:
    """The system is no person and takes no seat."""
    assert SYSTEM.in_name_of is None
    assert SYSTEM.seats == frozenset()
