import json
from pathlib import Path

import pytest
from click.testing import Result
from tests.cli.conftest import Run

from zhongshu.kernel.refusals import Forbidden, NotFound, Refusal
from zhongshu.matters.models import Matter, Tally

OPEN = (
    "supervise", "open", "--as", "limin", "--unit", "督查科", "--title", "老旧小区改造", "--lead", "发改委",
    "--source", "第16次常委会", "--source-date", "2026-09-01",
    "--support", "财政局", "--due", "2026-10-16", "--basis", "常委会纪要", "--approver", "hewei",
    "--instructed-by", "chenli",
)  # fmt: skip


def told(result: Result) -> dict[str, object]:
    assert result.exit_code == 0, (result.output, result.exception)
    line: dict[str, object] = json.loads(result.stdout.splitlines()[0])
    return line


def opened(run: Run) -> str:
    return str(told(run(*OPEN, "--json"))["id"])


def test_the_whole_loop_by_hand(run: Run, tmp_path: Path) -> None:
    proof = tmp_path / "验收单.txt"
    proof.write_text("验收合格", encoding="utf-8")
    pk = opened(run)
    assert told(run("supervise", "sign", pk, "--as", "wangjianping", "--json"))["state"] == "undertaking"
    told(run("supervise", "report", pk, "--as", "wangjianping", "--text", "已进场", "--json"))
    told(run("supervise", "remind", pk, "--as", "limin", "--json"))
    asked = ("--until", "2026-10-30", "--reason", "等批复")
    told(run("supervise", "extend", pk, "--as", "wangjianping", *asked, "--json"))
    assert told(run("supervise", "extend", pk, "--as", "hewei", "--grant", "--json"))["due"] == "2026-10-30"
    done = ("--feedback", "已改造", "--signed-by", "zhouqiming", "--file", str(proof), "--json")
    assert told(run("supervise", "complete", pk, "--as", "wangjianping", *done))["state"] == "reviewing"
    returned = run("supervise", "return", pk, "--as", "limin", "--reason", "缺照片", "--json")
    assert told(returned)["state"] == "undertaking"
    told(run("supervise", "complete", pk, "--as", "wangjianping", *done))
    assert told(run("supervise", "accept", pk, "--as", "limin", "--json"))["state"] == "completed"
    told(run("supervise", "answer", pk, "--as", "limin", "--text", "已办结", "--json"))
    assert told(run("supervise", "close", pk, "--as", "limin", "--json"))["state"] == "archived"


def test_a_key_makes_a_repeated_command_harmless(run: Run) -> None:
    assert told(run(*OPEN, "--key", "k1", "--json")) == told(run(*OPEN, "--key", "k1", "--json"))
    assert Matter.objects.count() == 1


def test_D_04_what_is_like_an_open_matter_is_listed_and_decided_about(run: Run) -> None:
    first = opened(run)
    again = run(*OPEN, "--json")
    assert isinstance(again.exception, Refusal) and again.exception.rule == "D-04"
    assert [json.loads(line)["id"] for line in again.stdout.splitlines()] == [int(first)]
    merged = told(run(*OPEN, "--like", first, "--how", "merge", "--json"))
    assert merged["id"] == int(first) and Matter.objects.count() == 1
    unexplained = run(*OPEN, "--how", "go_on", "--json")
    assert isinstance(unexplained.exception, Refusal) and Matter.objects.count() == 1
    another = told(run(*OPEN, "--how", "go_on", "--why", "另一批资金", "--json"))
    assert another["id"] != int(first)


def test_D_27_an_origin_that_lacks_its_day_is_refused(run: Run) -> None:
    bare = [word for word in OPEN if word not in ("--source-date", "2026-09-01")]
    result = run(*bare)
    assert isinstance(result.exception, Refusal) and result.exception.rule == "D-27"


def test_what_is_not_ones_to_do_is_refused(run: Run) -> None:
    result = run("supervise", "sign", opened(run), "--as", "limin")
    assert isinstance(result.exception, Forbidden)
    assert result.exception.exit_code == 3


def test_what_one_may_not_see_does_not_exist(run: Run) -> None:
    pk = opened(run)
    for words in (("matters", "show", pk), ("supervise", "sign", pk)):
        assert isinstance(run(*words, "--as", "sunyao").exception, NotFound)


@pytest.mark.parametrize("words", [("matters", "list"), ("board",), ("supervise", "sign", "1")])
def test_somebody_must_act(run: Run, words: tuple[str, ...]) -> None:
    assert "--as" in run(*words).output
    assert isinstance(run(*words, "--as", "nobody").exception, NotFound)


def test_an_extension_is_asked_for_or_decided_not_both(run: Run) -> None:
    result = run("supervise", "extend", "1", "--as", "limin", "--until", "2026-10-30", "--grant")
    assert result.exit_code == 2
    assert "二者写一个" in result.output


@pytest.mark.parametrize(
    "leads", [("--lead", "财政局"), ("--lead", "财政局、发改委")], ids=["twice", "in one"]
)
def test_two_lead_units_are_told_not_one_of_them_taken(run: Run, leads: tuple[str, str]) -> None:
    given = OPEN if leads[1] == "财政局" else tuple(one for one in OPEN if one not in ("--lead", "发改委"))
    ended = run(*given, *leads)
    assert isinstance(ended.exception, Refusal) and ended.exception.code == "several_leads"
    assert "其余写 --support" in str(ended.exception) and not Matter.objects.exists()


def test_more_words_than_a_box_takes_are_told(run: Run) -> None:
    ended = run(*OPEN, "--requirement", "请" * 4001)
    assert str(ended.exception) == "--requirement 最多 4000 个字，现在有 4001 个。请压缩，细节放进附件。"
    assert not Matter.objects.exists()


def test_an_unknown_unit_is_named(run: Run) -> None:
    result = run(*(word if word != "发改委" else "气象局" for word in OPEN))
    assert "气象局" in str(result.exception)


def test_lists_boxes_and_the_ledger(run: Run) -> None:
    pk = opened(run)
    for words in (
        (),
        ("--box", "todo"),
        ("--text", "小区"),
        ("--unit", "市发展改革委"),
        ("--state", "dispatched"),
    ):
        lines = run("matters", "list", "--as", "wangjianping", *words).stdout.splitlines()
        assert len(lines) == 1
        assert lines[0].startswith(f"{pk}  2026-10-16  dispatched  ")
    assert run("matters", "list", "--as", "wangjianping", "--late").stdout == ""
    assert run("matters", "list", "--as", "sunyao").stdout == ""


def test_shows_who_holds_it_and_what_happened(run: Run) -> None:
    pk = opened(run)
    run("supervise", "sign", pk, "--as", "wangjianping")
    shown = run("matters", "show", pk, "--as", "chenli").stdout
    assert "牵头  市发展改革委 王建平" in shown
    assert "配合  市财政局" in shown
    assert "签收，经办人王建平" in shown


def test_the_board_counts_what_the_ledger_shows(run: Run) -> None:
    opened(run)
    lines = run("board", "--as", "limin").stdout.splitlines()
    assert lines[:4] == ["在办  1", "逾期  0", "临期  0", "已结  0"]
    assert "市发展改革委  0  0  1" in lines


def test_the_sweep_says_what_it_turned(run: Run) -> None:
    opened(run)
    assert run("sweep").stdout == "转红 0 件，转黄 0 件，转绿 0 件；停滞变化 0 件。\n"


def test_the_totals_are_recounted_and_put_right(run: Run) -> None:
    opened(run)
    assert "更正 0 项" in run("board", "recount").stdout
    Tally.objects.filter(measure="state").update(n=5)
    again = run("board", "recount")
    assert again.exit_code == 1
    assert "记 5，实 1" in again.stdout
    assert run("board", "recount").exit_code == 0
