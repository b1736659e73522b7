"""The form of a paper whose drafter names approvers: whom it offers, when it asks, what it says."""

from typing import Any

import pytest

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from zhongshu.approvals.forms.choosing import Choosing
from zhongshu.approvals.forms.paper import PaperForm

PEOPLE = [(1, "李敏（督查科）"), (2, "何伟（督查科）"), (3, "陈立（市委办）")]
NUMBERS = {1: "n1", 2: "n2", 3: "n3"}


def chosen(code: str, *pool: str, **more: Any) -> dict[str, Any]:
    who = {"kind": "chosen", "people": list(pool)}
    return {"type": "stage", "code": code, "title": f"环节{code}", "who": who, **more}


LARGE = [condition("amount", ">=", 50000)]
SMALL = {"title": "小额", "when": [condition("amount", "<", 100)], "body": [chosen("small")]}
PLAN = route(
    chosen("open"),
    chosen("pool", "n2", "n3"),
    chosen("large", when=LARGE),
    {"type": "choice", "code": "size", "branches": [SMALL], "otherwise": []},
    stage("z", 9),
)


def form(draft: bool = False, **given: str) -> PaperForm:
    data = {"title": "借用会议室", "urgency": "0", "v_amount": "1200", **given}
    made = PaperForm(data, {}, plan=PLAN, people=PEOPLE, numbers=NUMBERS, draft=draft)
    made.is_valid()
    return made


def test_it_asks_for_those_whom_the_paper_comes_to() -> None:
    assert {name for name in form().errors if name.startswith("c_")} == {"c_open", "c_pool"}
    assert "c_large" in form(v_amount="50000").errors
    assert "c_small" in form(v_amount="99").errors
    assert not any(name.startswith("c_") for name in form(draft=True).errors)


def test_whom_it_offers() -> None:
    filled = form(c_open="李敏", c_pool="何伟、陈立（市委办）")
    assert "c_pool" not in filled.errors
    assert filled.chosen() == {"open": ["n1"], "pool": ["n2", "n3"], "large": [], "small": []}
    assert "没有找到“李敏”" in str(form(c_open="李敏", c_pool="李敏").errors["c_pool"])


@pytest.mark.parametrize(
    ("code", "required", "told"),
    [
        ("open", True, "由您选择"),
        ("pool", True, "从何伟（督查科）、陈立（市委办）中选"),
        ("large", False, "由您选择"),
    ],
)
def test_what_it_says_beside_each(code: str, required: bool, told: str) -> None:
    (one,) = [one for one in Choosing(PLAN, PEOPLE, NUMBERS).stages if one.code == code]
    field = Choosing(PLAN, PEOPLE, NUMBERS).field(one, draft=False)
    assert field.required is required and told in str(field.help_text)
    assert str(getattr(field, "needed", "")) == ("" if required else "走到这一环节时必填")
