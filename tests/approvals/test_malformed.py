"""What is no route is told with the place where it stands; nothing that JSON can hold makes the reader fall over."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from zhongshu.approvals import grammar
from zhongshu.approvals.grammar import Malformed

AMOUNT = {"code": "amount", "label": "金额", "kind": "money"}


def spec(*body: Any, **more: Any) -> dict[str, Any]:
    return {"name": "walked", "title": "试走", "fields": [AMOUNT], "body": list(body), **more}


def asked(when: Any) -> dict[str, Any]:
    return spec(stage("a", 2, when=when))


def who(**more: Any) -> dict[str, Any]:
    return spec({"code": "a", "title": "审批", "who": more})


WRONG: list[tuple[dict[str, Any], str]] = [
    (spec(stage("a", 2, rights=["amount"])), "walked/a：rights 应是一个对象"),
    (spec(stage("a", 2, fallback=7)), "walked/a：fallback 应是一个列表"),
    (spec(stage("a", 2, within=-1)), "walked/a：“-1”不能小于零"),
    (spec(stage("a", 2, within=1.5)), "walked/a：“1.5”不是整数"),
    (spec(stage("a", 2), stage("a", 3)), "代号“a”用了两次"),
    (spec(stage("a", 2), fields=[AMOUNT, AMOUNT]), "代号“amount”用了两次"),
    (spec(stage("a", 2), fields=[{**AMOUNT, "choices": ["差旅"]}]), "choices 的每一项应写成 [代号, 名称]"),
    (who(kind="named", people="LZ001"), "walked/a：people 应是一个列表"),
    (who(kind="unit_head", level=-1), "“-1”不能小于零"),
    (spec(stage("a", 2, how="most")), "walked/a：“most”不是可选的值，可以写：all、any、in_order、share。"),
    (spec(stage("a", 2, wehn=[])), "walked/a：不认识“wehn”，这里可以写的是：type、code、title、who"),
    ({**spec(stage("a", 2)), "prescription": []}, "walked：不认识“prescription”"),
    (spec(stage("a", 2), prescriptions=[{"title": "须", "wen": [], "stage": "a"}]), "不认识“wen”"),
    (who(kind="unit_head", levle=1), "walked/a：不认识“levle”"),
    (asked([{**condition("amount", ">", 5), "unit": "万元"}]), "walked/a：不认识“unit”"),
    (spec(stage("a", 2), fields=[{**AMOUNT, "required": "false"}]), "required 只能写 true 或者 false"),
    (spec(stage("a", 2, within=10**30)), "太大，不能超过 999"),
    (who(kind="unit_head", level=21), "不能超过 20"),
    (asked("amount > 5"), "when 应是一个列表"),
    (asked(5), "when 应是一个列表"),
    (asked([None]), "都是条件"),
    (asked([condition("amount", "in", 5)]), "value 应是一个列表"),
    (asked([condition("amount", "=", None)]), "缺少 value"),
    (asked([condition("amount", ">", "NaN")]), "“NaN”不是数目"),
]


@pytest.mark.parametrize(("raw", "told"), WRONG, ids=[told for _raw, told in WRONG])
def test_is_told_where_it_stands(raw: dict[str, Any], told: str) -> None:
    with pytest.raises(Malformed) as caught:
        grammar.read(raw)
    assert told in str(caught.value)


TEXTS: list[tuple[bytes, str]] = [
    (b"", "第 1 行第 1 列"),
    (b'{"name": "x",\n "title": ', "第 2 行第 11 列"),
    (b"[1, 2]", "JSON 对象"),
    ('{"name": "路线"}'.encode("gbk"), "UTF-8"),
    (b"[" * 100_000, "层层嵌套"),
    (b'{"name": "x", "body": [{"when": [], "code": "a", "when": []}]}', "“when”写了两次"),
]


@pytest.mark.parametrize(("text", "told"), TEXTS, ids=[told for _text, told in TEXTS])
def test_what_is_not_json(text: bytes, told: str) -> None:
    with pytest.raises(Malformed) as caught:
        grammar.decoded(text)
    assert told in caught.value.what


def test_a_mark_of_byte_order_is_no_matter() -> None:
    assert grammar.decoded(b"\xef\xbb\xbf" + json.dumps(spec(stage("a", 2))).encode())["title"] == "试走"


def test_who_wrote_the_file_may_remark_on_it() -> None:
    remarked = {"$schema": "x", **spec(stage("a", 2, _why="按制度第三条"))}
    assert grammar.read(remarked) == grammar.read(spec(stage("a", 2)))


def test_yes_may_be_written_as_true() -> None:
    abroad = {"code": "abroad", "label": "出国", "kind": "yes_no"}
    plan = route(stage("a", 2, when=[condition("abroad", "=", True)]), fields=[abroad])
    (a,) = grammar.Flow(plan).stages.values()
    assert grammar.holds(a.when, {"abroad": "yes"}) and not grammar.holds(a.when, {"abroad": "no"})


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.floats(allow_nan=True) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
FIELD = ("code", "label", "kind", "choices", "required")
KEYS = ("name", "title", "kind", "fields", "body", "prescriptions")
ITEM = ("type", "code", "title", "who", "how", "share", "when", "within", "rights", "fallback")
INSIDE = ("branches", "body", "otherwise", "route", "version")


@given(
    base=st.dictionaries(st.sampled_from(KEYS), ANYTHING),
    item=st.dictionaries(st.sampled_from(ITEM + INSIDE), ANYTHING),
    field=st.dictionaries(st.sampled_from(FIELD), ANYTHING),
)
def test_whatever_is_written_it_is_a_route_or_malformed(
    base: dict[str, Any], item: dict[str, Any], field: dict[str, Any]
) -> None:
    for raw in (base, spec({**stage("a", 2), **item}), spec(stage("a", 2), fields=[{**AMOUNT, **field}])):
        try:
            plan = grammar.read(raw)
        except Malformed:
            continue
        assert grammar.read(grammar.written(plan)) == plan
