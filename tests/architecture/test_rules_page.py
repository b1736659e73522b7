"""Every rule that is enforced is in the reference, with its sentence and with a test that names it."""

from tools import write_rules_page


def test_the_reference_of_rules_is_current() -> None:
    written = write_rules_page.PAGE.read_text(encoding="utf-8")
    assert written == write_rules_page.page(), "run: python tools/write_rules_page.py"


def test_every_rule_enforced_has_its_sentence() -> None:
    told = write_rules_page.sentences()
    assert [rule for rule in write_rules_page.enforced() if not told.get(rule, "").strip()] == []


def test_every_rule_enforced_is_named_by_a_test() -> None:
    tested = write_rules_page.tested()
    assert [rule for rule in write_rules_page.enforced() if rule not in tested] == []


def test_the_measure_sees_rules() -> None:
    assert {"D-01", "D-25", "C-01", "T-03"} <= set(write_rules_page.enforced())
