"""PDF pages in the order of reading: ruled tables row by row, columns one after the other."""

from tests.platform.files import papers
from zhongshu.platform.files import queries

XS, YS = (60, 100, 260, 360, 500), (700, 670, 640, 600)
GRID = tuple((x, YS[-1], x, YS[0]) for x in XS) + tuple((XS[0], y, XS[-1], y) for y in YS)


def text(store, data: bytes) -> str:
    return queries.text_of(store(data, "纪要.pdf").blob).strip()


def test_a_ruled_table_is_read_row_by_row_with_broken_cells_put_together(store):
    words = (
        (60, 740, "重点任务分解表"),
        (65, 680, "序号"), (105, 680, "任务"), (265, 680, "牵头单位"), (365, 680, "完成时限"),
        (65, 650, "1"), (105, 655, "完成老旧小区改造"), (105, 643, "三十个"), (265, 650, "市住建局"), (365, 650, "10月底前"),
        (65, 615, "2"), (105, 615, "开展河道清淤"), (265, 622, "市水务局、市生"), (265, 610, "态环境局"), (365, 615, "长期"),
        (60, 560, "以上任务纳入考核。"),
    )  # fmt: skip
    assert text(store, papers.pdf_drawn(words, GRID)).split("\n") == [
        "重点任务分解表",
        "序号\t任务\t牵头单位\t完成时限",
        "1\t完成老旧小区改造三十个\t市住建局\t10月底前",
        "2\t开展河道清淤\t市水务局、市生态环境局\t长期",
        "以上任务纳入考核。",
    ]


def test_a_merged_cell_is_told_once_and_left_empty_below(store):
    rules = tuple(rule for rule in GRID if rule != (XS[0], 640, XS[-1], 640)) + ((XS[0], 640, XS[2], 640),)
    words = (
        (65, 680, "序号"), (105, 680, "任务"), (265, 680, "牵头单位"), (365, 680, "完成时限"),
        (65, 650, "1"), (105, 650, "制定方案"), (265, 635, "市发改委"), (365, 635, "年底前"),
        (65, 615, "2"), (105, 615, "组织验收"),
    )  # fmt: skip
    assert text(store, papers.pdf_drawn(words, rules)).split("\n")[1:] == [
        "1\t制定方案\t市发改委\t年底前",
        "2\t组织验收\t\t",
    ] or text(store, papers.pdf_drawn(words, rules)).split("\n")[1:] == [
        "1\t制定方案\t市发改委\t年底前",
        "2\t组织验收",
    ]


def test_two_columns_are_read_one_after_the_other_below_a_title(store):
    left = [
        "由市发展改革委牵头，市财政局配合，",
        "于6月底前提出方案，报市政府常务会",
        "议审定。",
        "市水务局要抓紧完成清淤，",
    ]
    right = [
        "于汛期前完成全部工程。",
        "各区政府要落实属地责任，",
        "每月25日前报送进展情况。",
        "会议还研究了其他事项。",
    ]
    words = [(220, 780, "第十六次市长办公会议纪要")]
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        words += [(60, 740 - 16 * n, one), (310, 740 - 16 * n, other)]
    read = text(store, papers.pdf_drawn(tuple(words)))
    assert [line.strip() for line in read.split("\n")] == ["第十六次市长办公会议纪要", *left, *right]


def test_words_set_apart_on_a_line_are_no_columns(store):
    words = tuple(
        (x, 740 - 16 * n, word) for n in range(3) for x, word in ((60, f"单位{n}"), (310, f"签名{n}"))
    ) + ((60, 600, "本行横贯页面，从左到右，一直写到靠近右边的地方为止，所以没有分栏。"),)
    lines = text(store, papers.pdf_drawn(words)).split("\n")
    assert "单位0" in lines[0] and "签名0" in lines[0]
