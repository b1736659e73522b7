"""Rows written by statements of the house hold what the framework's own would hold."""

from datetime import UTC, date, datetime
from enum import Enum
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel import writing
from zhongshu.kernel.made import fresh
from zhongshu.kernel.writing import many
from zhongshu.kernel.writing.told import Telling, tells_of
from zhongshu.org.models import Leave, Person, Post, Unit
from zhongshu.platform.notify.models import Notice, Outgoing, Weight
from zhongshu.platform.usecases.models import Receipt

pytestmark = pytest.mark.django_db

MOMENT = datetime(2026, 11, 22, 7, 30, 15, 123456, tzinfo=UTC)


def line(**changed: object) -> Outgoing:
    told = {"person_id": 7, "subject": "matter:1", "text": "请签收", "at": MOMENT, "leaves_at": MOMENT}
    return Outgoing(**told | changed)


def notice(subject: str) -> Notice:
    return Notice(person_id=7, subject=subject, text="请签收", at=MOMENT, deliver_at=MOMENT)


def test_a_row_stands_as_it_was_made_and_knows_its_key() -> None:
    written = line(urgent=True, weight=2)
    writing.insert(written)
    kept = Outgoing.objects.get(pk=written.pk)
    for field in Outgoing._meta.concrete_fields:
        assert getattr(kept, field.attname) == getattr(written, field.attname), field.attname
    written.text = "请办理"
    written.save()
    assert Outgoing.objects.get().text == "请办理"


def test_json_days_and_foreign_keys_go_in_as_the_framework_puts_them() -> None:
    office = Unit.objects.create(code="SWB", name="市委办公室", short_name="市委办", kind="organ")
    post = Post(unit=office, title="督查专员", duties=["supervise", "receive"])
    li_min = Person(name="李敏", staff_number="1")
    writing.insert(post)
    writing.insert(li_min)
    leave = Leave(person=li_min, starts_on=date(2026, 11, 22), ends_on=date(2026, 11, 24), reason="年休假")
    writing.insert(leave)
    assert Post.objects.get(unit=office).duties == ["supervise", "receive"]
    assert (Leave.objects.get().person, Leave.objects.get().ends_on) == (li_min, date(2026, 11, 24))


def test_a_fresh_row_is_what_the_constructor_makes() -> None:
    told = {"person_id": 7, "subject": "matter:1", "text": "请签收", "at": MOMENT, "leaves_at": MOMENT}
    made, constructed = fresh(Outgoing, **told), Outgoing(**told)
    assert {key: value for key, value in made.__dict__.items() if key != "_state"} == {
        key: value for key, value in constructed.__dict__.items() if key != "_state"
    }
    writing.insert(made)
    assert Outgoing.objects.get() == made
    with pytest.raises(TypeError):
        fresh(Outgoing, **told, person="李敏")


def test_words_numbers_and_moments_are_told_as_the_framework_tells_them() -> None:
    for model, row in (
        (Outgoing, line(weight=Weight.WATCH)),
        (Receipt, Receipt(outcome={"一": [1, None]}, at=MOMENT)),
    ):
        tells = tells_of(model)
        for field in model._meta.concrete_fields:
            value = getattr(row, field.attname)
            plain = value.value if isinstance(value, Enum) else value
            ours, theirs = tells[field.attname](value), field.get_db_prep_save(plain, connection)
            assert (type(ours), str(ours)) == (type(theirs), str(theirs)), field.attname


def test_rows_of_one_model_are_told_alike_whatever_types_their_values_have() -> None:
    kinds: list[dict[str, object]] = [
        {"weight": Weight.WATCH}, {"weight": int(Weight.WATCH)}, {"text": _("请签收")}, {"urgent": 1},
        {"at": MOMENT.astimezone(ZoneInfo("Asia/Shanghai"))}, {"weight": Weight.ACT, "url": mark_safe("/desk/")},
    ]  # fmt: skip
    told = Telling(Outgoing, [one.attname for one in Outgoing._meta.concrete_fields])
    for changed in [*kinds, *kinds]:  # the second time their types are known
        row = line(**changed)
        values = zip(Outgoing._meta.concrete_fields, told.of(row.__dict__), strict=True)
        for field, ours in values:
            value = getattr(row, field.attname)
            theirs = field.get_db_prep_save(value.value if isinstance(value, Enum) else value, connection)
            assert (type(ours), ours) == (type(theirs), theirs), field.attname
    assert len(told.left) == len(kinds) - 1  # a moment is a moment, in Beijing as well


def test_constraints_hold() -> None:
    writing.insert(notice("matter:1"))
    with pytest.raises(IntegrityError), transaction.atomic():
        writing.insert(notice("matter:1"))
    assert Notice.objects.count() == 1


def test_what_is_there_already_is_left_and_the_rest_is_written_in_one_statement() -> None:
    writing.insert(notice("matter:1"))
    with CaptureQueriesContext(connection) as asked:
        writing.insert_unless_there([notice("matter:2"), notice("matter:1"), notice("matter:3")])
    assert len(asked) == 1
    assert sorted(Notice.objects.values_list("subject", flat=True)) == ["matter:1", "matter:2", "matter:3"]
    with CaptureQueriesContext(connection) as asked:
        writing.insert_unless_there([])
    assert len(asked) == 0


def test_many_rows_go_in_by_one_statement_and_each_knows_its_own_key() -> None:
    rows = [line(person_id=number) for number in range(40)]
    with CaptureQueriesContext(connection) as asked:
        writing.insert_many(rows)
        writing.insert_many([])
    assert len(asked) == 1
    kept = {one.pk: one.person_id for one in Outgoing.objects.all()}
    assert kept == {row.pk: row.person_id for row in rows}


def test_more_rows_than_one_statement_holds_go_in_by_several(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [line(person_id=number) for number in range(25)]
    monkeypatch.setattr(many, "MOST_PLACES", 10 * len(Outgoing._meta.concrete_fields))
    with CaptureQueriesContext(connection) as asked:
        writing.insert_many(rows)
    assert 2 <= len(asked) <= 3
    assert {one.pk: one.person_id for one in Outgoing.objects.all()} == {
        row.pk: row.person_id for row in rows
    }


def test_rows_whose_keys_nobody_asks_for_stand_as_the_framework_puts_them() -> None:
    rows = [line(person_id=number, urgent=number % 2 == 0) for number in range(5)]
    writing.insert_unnamed(rows)
    writing.insert_unnamed([])
    Outgoing.objects.bulk_create(line(person_id=number, urgent=number % 2 == 0) for number in range(5))
    kept = list(Outgoing.objects.order_by("pk").values_list("person_id", "text", "at", "leaves_at", "urgent"))
    assert kept[:5] == kept[5:]
    with pytest.raises(IntegrityError), transaction.atomic():
        writing.insert_unnamed([Receipt(use_case="a", key="k", fingerprint="f", at=MOMENT) for _ in range(2)])
    assert not Receipt.objects.exists()


def test_only_the_columns_told_are_changed() -> None:
    receipt = Receipt.objects.create(use_case="supervision.open", key="once", fingerprint="f", at=MOMENT)
    receipt.outcome, receipt.fingerprint = [{"pk": 1}], "other"
    writing.update(receipt, ["outcome"])
    kept = Receipt.objects.get()
    assert (kept.outcome, kept.fingerprint) == ([{"pk": 1}], "f")


def test_a_row_that_is_gone_is_not_silently_lost() -> None:
    written = line()
    writing.insert(written)
    Outgoing.objects.all().delete()
    with pytest.raises(DatabaseError):
        writing.update(written, ["text"])


def test_rows_changed_alike_are_stored_together_and_none_is_lost() -> None:
    rows = [line(person_id=number) for number in range(4)]
    writing.insert_many(rows)
    for one in rows[:3]:
        one.text, one.weight = "请知悉", 3
    with CaptureQueriesContext(connection) as asked:
        writing.update_alike(rows[:3], ["text"])
        writing.update_alike([], ["text"])
    assert len(asked) == 1
    kept = Outgoing.objects.order_by("pk").values_list("text", "weight")
    assert list(kept) == [("请知悉", 0)] * 3 + [("请签收", 0)]
    with pytest.raises(ValueError, match="differ in text"):
        writing.update_alike(rows, ["text"])
    Outgoing.objects.filter(pk=rows[0].pk).delete()
    with pytest.raises(DatabaseError):
        writing.update_alike(rows[:3], ["text"])
