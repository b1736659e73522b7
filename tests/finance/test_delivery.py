"""A contract is signed between its approval and today, and accepted by somebody else than prepared it (F-13)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.finance.conftest import Office, later
from tests.finance.test_undertakings import approved, handed_in, signed
from tests.refusing import refused
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN
from zhongshu.finance import services
from zhongshu.finance.models import Undertaking

pytestmark = pytest.mark.django_db


class TestDelivery:
    def test_nothing_is_signed_before_approval(self, office: Office) -> None:
        one = handed_in(office)
        with refused("not_approved", match="还没有批准"):
            services.sign_contract(
                actor=office.actor(LI_MIN), matter_id=one.pk, signed_on=AT.date(), at=later(1)
            )

    @pytest.mark.parametrize("day", [date(2026, 9, 17), date(2026, 9, 19)])
    def test_it_is_signed_between_approval_and_today(self, office: Office, day: date) -> None:
        one = approved(office, handed_in(office))
        with refused("no_such_day", match="签订日期"):
            services.sign_contract(actor=office.actor(LI_MIN), matter_id=one.pk, signed_on=day, at=later(5))

    def test_who_prepared_it_does_not_accept_it(self, office: Office) -> None:
        """F-13."""
        contract = signed(office)
        given = {"matter_id": contract.pk, "accepted_on": AT.date(), "acceptance": "符合约定", "at": later(6)}
        with refused("accepts_his_own") as no:
            services.accept_undertaking(actor=office.actor(LI_MIN), **given)
        assert no.value.rule == "F-13"
        done = services.accept_undertaking(actor=office.actor(HE_WEI), **given)
        assert done.accepted_by_id == office.people[HE_WEI].pk
        with refused("nothing_to_accept", match="已经验收"):
            services.accept_undertaking(actor=office.actor(CHEN_LI), **given)

    def test_the_database_forbids_it_as_well(self, office: Office) -> None:
        contract = signed(office)
        with pytest.raises(IntegrityError), transaction.atomic():
            Undertaking.objects.filter(pk=contract.pk).update(accepted_by=contract.handler_id)
