"""A unit founded a moment ago can be chosen at once."""

import pytest

from tests import world as city
from zhongshu.org.models import Unit, UnitKind
from zhongshu.supervision.forms.ledger import FilterForm

pytestmark = pytest.mark.django_db


def test_a_form_knows_the_units_of_now() -> None:
    city.build()
    assert FilterForm({"unit": "审计局"}).narrowed().unit_id is None
    new = Unit.objects.create(
        code="SJJ", name="澄江市审计局", short_name="审计局", kind=UnitKind.ORGAN, path=""
    )
    new.organ, new.path = new, f"/{new.pk}/"
    new.save()
    assert FilterForm({"unit": "审计局"}).narrowed().unit_id == new.pk
