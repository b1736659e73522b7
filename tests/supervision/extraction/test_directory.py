"""With the institution's own directory names are surer and known by their id."""

from __future__ import annotations

from zhongshu.supervision.extraction import Directory, extract

OURS = Directory.of(
    [
        ("u-fgw", ["市发展和改革委员会", "市发展改革委", "市发改委", "发改委"]),
        ("u-czj", ["市财政局", "财政局"]),
        ("u-ct", ["恒通", "市城投集团"]),
        ("u-wgl", ["市文化广电新闻出版和旅游局", "文广旅"]),
    ]
)


def test_an_alias_resolves_to_its_unit() -> None:
    (duty,) = extract("请发改委牵头研究，月底前报结果。", directory=OURS)
    assert [(m.text, m.unit_id) for m in duty.lead] == [("发改委", "u-fgw")]


def test_a_name_without_an_organs_ending_before_a_verb_is_read_only_with_the_directory() -> None:
    text = "由恒通抓紧完成管网改造。请文广旅制定方案。"
    assert [[m.unit_id for m in d.lead] for d in extract(text, directory=OURS)] == [["u-ct"], ["u-wgl"]]
    assert [m for d in extract(text) for m in d.lead] == []


def test_the_longest_name_wins() -> None:
    (duty,) = extract("市文化广电新闻出版和旅游局、市财政局要制定方案。", directory=OURS)
    assert [m.unit_id for m in duty.lead] == ["u-wgl", "u-czj"]


def test_a_unit_of_another_house_has_no_id() -> None:
    (duty,) = extract("省财政厅负责制定方案。", directory=OURS)
    assert [(m.text, m.unit_id) for m in duty.lead] == [("省财政厅", None)]


def test_blanks_and_half_width_brackets_do_not_matter() -> None:
    house = Directory.of([("u-kf", ["开发区(高新区)管委会"])])
    assert house.unit_id("开发区（高新区） 管委会") == "u-kf"
