"""One payee written in several ways stays one payee; two payees stay two."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.finance.conftest import Office, draft, later
from tests.finance.test_claims import agree
from tests.finance.test_undertakings import SUPPLIER, approved, handed_in, signed
from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING
from zhongshu.finance import queries, services
from zhongshu.finance.models import Claim, SplitFlag
from zhongshu.finance.rules.payees import is_credit_code, payee_key
from zhongshu.kernel.refusals import Forbidden

Claimed = Callable[..., Claim]
NAME = "澄江蓝图网络（集团）有限公司"
CODE = "91350100M000100Y43"
"""The example of GB 32100-2015."""


@pytest.mark.parametrize(
    "other",
    [
        "澄江蓝图网络(集团)有限公司",
        " 澄江 蓝图网络（集团）有限公司　",
        "澄江蓝图网络【集团】有限责任公司",
        "澄江蓝图网络·（集团）有限公司",
    ],
)
def test_spellings_of_one_name(other: str) -> None:
    assert payee_key(other) == payee_key(NAME)


@pytest.mark.parametrize(
    "other", ["澄江蓝图网络（集团）股份有限公司", "澄江蓝图网络", "澄江蓝图网络（集团）有限公司分公司"]
)
def test_names_that_are_others(other: str) -> None:
    assert payee_key(other) != payee_key(NAME)


@given(st.text(alphabet="澄江蓝图A1有限责任公司（）() 　·", min_size=1, max_size=20))
def test_a_key_is_its_own_key(name: str) -> None:
    assert payee_key(payee_key(name)) == payee_key(name)


def test_a_code_is_checked_by_its_last_character() -> None:
    assert is_credit_code(CODE)
    assert not any(is_credit_code(one) for one in ("", CODE[:-1], f"{CODE[:-1]}4", f"I{CODE[1:]}"))


@pytest.mark.django_db
class TestSplitting:
    """M-16."""

    @pytest.fixture(autouse=True)
    def threshold(self, office: Office) -> None:
        for kind in ("claim", "contract"):
            services.set_threshold(
                actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind=kind, amount=Decimal(1000),
                paper="办法", valid_from=AT.date(), at=AT,
            )  # fmt: skip

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ({"payee": NAME}, {"payee": "澄江蓝图网络(集团) 有限责任公司"}),
            (
                {"payee": "甲", "payee_account": "6222 0000 1234"},
                {"payee": "乙", "payee_account": "6222-00001234"},
            ),
            ({"payee": "甲", "payee_code": CODE}, {"payee": "乙", "payee_code": CODE.lower()}),
        ],
        ids=["spelling", "account", "code"],
    )
    def test_is_seen_through(self, claimed: Claimed, first: dict[str, str], second: dict[str, str]) -> None:
        claimed("600", number="26442000000000000001", **first)
        claimed("600", number="26442000000000000002", **second)
        assert SplitFlag.objects.get().total == Decimal(1200)

    def test_two_payees_are_two(self, claimed: Claimed) -> None:
        claimed("600", number="26442000000000000001", payee="甲", payee_account="1")
        claimed("600", number="26442000000000000002", payee="乙", payee_account="2")
        assert not SplitFlag.objects.exists()

    def test_a_contract_and_a_claim_meet_by_their_code(self, office: Office, claimed: Claimed) -> None:
        handed_in(office, "600", party_code=CODE)
        claimed("600", payee="澄江蓝图", payee_code=CODE)
        assert SplitFlag.objects.get().payee == "澄江蓝图"

    def test_a_contract_is_met_by_the_account_it_was_paid_to(self, office: Office, claimed: Claimed) -> None:
        one = signed(office, "900", party=NAME)
        claimed("300", payee=NAME, payee_account="6222 0000 1234", contract_id=one.pk)
        SplitFlag.objects.all().delete()
        claimed("150", payee="甲", payee_account="６２２２-00001234", number="26442000000000000002")
        assert SplitFlag.objects.get().total == Decimal(1050)

    def test_a_contract_paid_in_parts_and_more_is_suspected_as_claims_are(
        self, office: Office, claimed: Claimed
    ) -> None:
        """M-16: its own contract under its own threshold opens no way past that of claims."""
        services.set_threshold(
            actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="contract", amount=Decimal(5000),
            paper="办法", valid_from=later(24).date(), at=AT,
        )  # fmt: skip
        one, much_later = signed(office, "900", party=NAME), later(24 * 60)
        numbers = iter(f"2644200000000000000{n}" for n in range(9))
        for yuan in ("400", "500"):
            claimed(yuan, payee=NAME, contract_id=one.pk, number=next(numbers), at=much_later)
        assert not SplitFlag.objects.exists(), "a contract below the threshold may be paid in parts"
        claimed("100", payee=NAME, number=next(numbers), at=much_later)
        assert SplitFlag.objects.get().total == Decimal(1000)

    def test_a_large_payment_is_not_cut_under_a_contract(self, office: Office, claimed: Claimed) -> None:
        """M-16: 5,000 yuan of contract need no meeting, 1,000 yuan of payment do."""
        services.set_threshold(
            actor=office.actor(CHEN_LI), organ_id=office.organ.pk, kind="contract", amount=Decimal(9000),
            paper="新办法", valid_from=later(24).date(), at=AT,
        )  # fmt: skip
        one = approved(office, handed_in(office, "5000", party=NAME, at=later(48)))
        services.sign_contract(
            actor=office.actor(LI_MIN), matter_id=one.pk, signed_on=later(72).date(), at=later(72)
        )
        for number, raised in (("1", False), ("2", True)):
            number = f"2644200000000000000{number}"
            claimed("600", payee=NAME, contract_id=one.pk, number=number, at=later(96))
            assert SplitFlag.objects.exists() == raised


@pytest.mark.django_db
class TestPayments:
    def test_of_a_contract_may_spell_its_other_side_another_way(
        self, office: Office, claimed: Claimed
    ) -> None:
        one = signed(office)
        assert claimed(payee=f" {SUPPLIER} ", contract_id=one.pk).contract_id == one.pk
        with refused("claim_has_faults") as no:
            claimed(payee="蓝图", contract_id=one.pk, number="26442000000000000002")
        assert "payee" in no.value.fields

    def test_to_an_account_that_was_ones_own_before_are_ones_own(
        self, office: Office, claimed: Claimed
    ) -> None:
        """F-01: another name over the same account opens no way."""
        claimed(payee=HE_WEI, payee_account="6222 0000 9999")
        claim = claimed(
            payee="澄江文具店", payee_account="62220000 9999", number="26442000000000000002", at=later(1)
        )
        with untouched(), refused("own_money", Forbidden):
            agree(office, claim, HE_WEI, start=2)

    def test_a_code_that_is_none_is_refused(self, office: Office) -> None:
        with refused("claim_has_faults") as no:
            services.submit_claim(actor=office.actor(LI_MIN), draft=draft(payee_code="123"), at=AT)
        assert "payee_code" in no.value.fields

    def test_to_the_same_payee_are_shown_together(self, office: Office, claimed: Claimed) -> None:
        first = claimed(payee=NAME)
        second = claimed(payee="澄江蓝图网络(集团)有限公司", number="26442000000000000002", at=later(24))
        claimed(payee="别家", number="26442000000000000003")
        auditor = office.actor(SHEN_JING)
        assert [one.pk for one in queries.paid_around(auditor, second)] == [first.pk]
        assert [one.pk for one in queries.paid_around(auditor, first)] == [second.pk]
