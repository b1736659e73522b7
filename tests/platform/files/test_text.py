"""What a person reads, out of files."""

import pytest

from tests.platform.files import papers
from zhongshu.platform.files import queries, services
from zhongshu.platform.files.refusals import Unacceptable


def test_word_paragraphs_and_tables_stand_in_the_order_of_the_paper(store):
    data = papers.word_of(
        "<w:p><w:r><w:t>一、会议决定</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>牵头</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>市发改委</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        "<w:p><w:r><w:t>二、</w:t><w:tab/><w:t>散会</w:t></w:r></w:p>"
    )
    assert queries.text_of(store(data, "纪要.docx").blob) == "一、会议决定\n牵头\t市发改委\n二、\t散会"


def test_word_keeps_what_was_inserted_under_tracking_and_drops_what_was_deleted(store):
    data = papers.word_of(
        "<w:p><w:r><w:t>天头为</w:t></w:r><w:ins><w:r><w:t>37毫米</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>35毫米</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>"
    )
    assert queries.text_of(store(data, "纪要.docx").blob) == "天头为37毫米。"


def test_word_text_boxes_are_read_once(store):
    box = "<w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent>"
    data = papers.word_of(
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r><w:t>正文</w:t>'
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert queries.text_of(store(data, "纪要.docx").blob) == "正文\n框内"


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (papers.pdf("会议纪要", "由市发改委牵头"), "纪要.pdf", "会议纪要\n由市发改委牵头"),
        (papers.ofd("会议纪要", "由市发改委牵头"), "纪要.ofd", "会议纪要\n由市发改委牵头"),
        ("会议纪要\r\n𠮷县".encode("gb18030"), "纪要.txt", "会议纪要\n𠮷县"),
        (papers.workbook(("事项", "数"), (None, None), ("防汛", 3.0)), "台账.xlsx", "事项\t数\n防汛\t3"),
    ],
)
def test_reads_pdf_ofd_text_and_sheets(store, data, name, expected):
    assert queries.text_of(store(data, name).blob).strip() == expected


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (papers.pdf(), "扫描.pdf", "no_text"),
        (papers.png(100, 100), "扫描.png", "no_text"),
        (papers.word(""), "空白.docx", "no_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "旧.doc", "no_reader"),
    ],
)
def test_says_to_paste_where_there_is_no_text_to_read(store, data, name, code):
    file = store(data, name)
    with pytest.raises(Unacceptable) as refused:
        queries.text_of(file.blob)
    assert refused.value.code == code
    assert "粘贴" in str(refused.value)


def test_a_download_is_an_attachment_under_its_chinese_name_that_runs_nothing(store):
    response = services.serve(store(b"<script>alert(1)</script>", '纪 "要.txt'))
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"] == "attachment; filename*=UTF-8''%E7%BA%AA%20%22%E8%A6%81.txt"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    response.file_to_stream.close()


def test_only_pictures_and_pdf_are_shown_in_the_page(store):
    for data, name, expected in ((papers.png(9, 9), "图.png", "inline"), (b"x", "文.txt", "attachment")):
        response = services.serve(store(data, name), inline=True)
        assert response["Content-Disposition"].startswith(expected)
        response.file_to_stream.close()
