"""Changing a route item by item: what is moved is never lost, and down undoes up."""

from hypothesis import given
from hypothesis import strategies as st

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from zhongshu.approvals.grammar import Branch, Choice, Parallel, Route, Stage, editing, items
from zhongshu.approvals.grammar.editing import Place

BIG = {"title": "大额", "when": [condition("amount", ">=", 50000)]}


def nested() -> Route:
    """a, a choice (b | otherwise nothing), a parallel part (c, d), z."""
    return route(
        stage("a", 2),
        {"type": "choice", "code": "size", "branches": [{**BIG, "body": [stage("b", 3)]}], "otherwise": []},
        {"type": "parallel", "code": "both", "branches": [[stage("c", 4)], [stage("d", 5)]]},
        stage("z", 9),
    )


def codes(plan: Route) -> list[str]:
    return [item.code for item in items(plan)]


def new(code: str) -> Stage:
    found = editing.find(route(stage(code, 7)), code)
    assert isinstance(found, Stage)
    return found


def test_put_at_the_end_of_any_body() -> None:
    assert codes(editing.insert(nested(), new("n"), Place()))[-1] == "n"
    inside = editing.find(editing.insert(nested(), new("n"), Place("both", 1)), "both")
    assert isinstance(inside, Parallel) and [one.code for one in inside.branches[1]] == ["d", "n"]
    choice = editing.find(editing.insert(nested(), new("n"), Place("size", 1)), "size")
    assert isinstance(choice, Choice) and [one.code for one in choice.otherwise or ()] == ["n"]


def test_moved_up_it_goes_into_what_is_above_and_out_of_it_again() -> None:
    plan, seen = nested(), list[str]()
    for _step in range(10):
        plan = editing.shift(plan, "z", up=True)
        seen.append(" ".join(code for code in codes(plan) if code in "abcdz"))
    assert seen[:3] == ["a b c d z", "a b c z d", "a b c z d"], (
        "into the second way, before d, into the first"
    )
    assert codes(plan)[0] == "z"


def test_at_either_end_it_stays() -> None:
    assert editing.shift(nested(), "a", up=True) == nested()
    assert editing.shift(nested(), "z", up=False) == nested()


def test_removed_with_all_that_is_in_it() -> None:
    assert codes(editing.remove(nested(), "both")) == ["a", "size", "b", "z"]


def test_ways_and_branches_come_and_go() -> None:
    wider = editing.find(editing.with_way(nested(), "both"), "both")
    assert isinstance(wider, Parallel) and len(wider.branches) == 3
    small = Branch("小额", (), ())
    choice = editing.find(editing.with_branch(nested(), "size", small), "size")
    assert isinstance(choice, Choice) and [one.title for one in choice.branches] == ["大额", "小额"]
    renamed = editing.find(editing.with_branch(nested(), "size", small, 0), "size")
    assert isinstance(renamed, Choice) and renamed.branches[0].title == "小额" and renamed.branches[0].body
    assert codes(editing.without_way(nested(), "size", 0)) == ["a", "both", "c", "d", "z"]
    assert codes(editing.without_way(nested(), "both", 1)) == ["a", "size", "b", "both", "c", "z"]


def test_a_code_that_is_free() -> None:
    assert editing.free_code(editing.insert(nested(), new("stage1"), Place()), "stage") == "stage2"


@given(
    moves=st.lists(
        st.tuples(st.sampled_from(["a", "b", "c", "d", "z", "size", "both"]), st.booleans()), max_size=30
    )
)
def test_whatever_is_moved_nothing_is_lost_and_the_way_back_is_the_same(
    moves: list[tuple[str, bool]],
) -> None:
    plan = nested()
    for code, up in moves:
        before, plan = plan, editing.shift(plan, code, up=up)
        assert sorted(codes(plan)) == sorted(codes(before))
        assert plan == before or editing.shift(plan, code, up=not up) == before
