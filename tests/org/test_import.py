import io

import openpyxl
import pytest

from tests.org.town import AT, TODAY, Town
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM
from zhongshu.org import queries, services
from zhongshu.org.models import Appointment, Person, Post, Unit
from zhongshu.org.services import Plan

HEADER = "单位代码,单位名称,单位简称,单位类型,上级单位代码,单位别名,岗位名称,岗位职责,工号,姓名,手机,任职日期"
CITY = f"""{HEADER}
SWB,清河市委办公室,市委办,机关,,市委办公室,主任,机关领导,1001,顾长风,13800000001,2026-01-01
SWB-DC,督查科,,内设机构,SWB,,科长,督查督办、单位负责人,1002,沈若兰,,2026/2/1
SWB-DC,督查科,,,,,科员,督查督办,1003,陶然,,
"""


def trial(text: str) -> Plan:
    return services.plan(services.read("人员.csv", text.encode()), TODAY)


def bring_in(text: str) -> Plan:
    return services.import_tables(actor=SYSTEM, tables=services.read("a.csv", text.encode()), at=AT)


def told(text: str) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.sentence) for one in trial(text).mistakes]


@pytest.mark.django_db
class TestOneSheet:
    def test_a_trial_changes_nothing_and_says_what_would_be_done(self) -> None:
        made = trial(CITY)
        assert made.mistakes == []
        assert made.new == 2 + 3 + 3 + 3
        assert not Unit.objects.exists()

    def test_brings_in_units_posts_people_and_appointments(self) -> None:
        bring_in(CITY)
        section = Unit.objects.get(code="SWB-DC")
        assert section.organ.code == "SWB" if section.organ else False
        shen = Person.objects.get(staff_number="1002")
        assert queries.heads(section.pk, TODAY) == [shen]
        assert queries.directory()["市委办公室"] == Unit.objects.get(code="SWB").pk
        assert Appointment.objects.get(person=shen).starts_on.isoformat() == "2026-02-01"

    def test_the_same_file_again_does_nothing(self) -> None:
        bring_in(CITY)
        again = bring_in(CITY)
        assert (again.new, again.changed) == (0, 0)
        assert Person.objects.count() == 3

    def test_a_changed_file_updates(self) -> None:
        bring_in(CITY)
        bring_in(
            CITY.replace("清河市委办公室", "清河市委办")
            .replace("陶然", "陶冉")
            .replace("科员,督查督办", "科员,")
        )
        assert Unit.objects.get(code="SWB").name == "清河市委办"
        assert Person.objects.get(staff_number="1003").name == "陶冉"
        assert Post.objects.get(title="科员").duties == []

    def test_reads_what_excel_saves_in_china(self) -> None:
        tables = services.read("a.csv", CITY.encode("gb18030"))
        assert [row["person"] for row in tables.people] == ["顾长风", "沈若兰", "陶然"]


@pytest.mark.django_db
class TestMistakes:
    @pytest.mark.parametrize(
        ("line", "column", "sentence"),
        [
            ("X,某单位,,衙门,,,,,,,,", "单位类型", "单位类型只能填"),
            ("X,某科,,内设机构,NONE,,,,,,,", "上级单位代码", "在文件和系统里都没有"),
            ("X,某科,,内设机构,,,,,,,,", "上级单位代码", "内设机构要填上级单位代码"),
            ("X,,,,,,科员,,,,,", "单位代码", "在文件和系统里都没有"),
            ("X,某局,,机关,,,科员,种田,,,,", "岗位职责", "没有这种职责"),
            ("X,某局,,机关,,,审计,审计监督、督查督办,,,,", "岗位职责", "不能与其他职责"),
            ("X,某局,,机关,,,科员,,,阿福,,", "工号", "没有填"),
            ("X,某局,,机关,,,科员,,7,阿福,,六月", "任职日期", "日期请写成"),
            ("X,某局,,机关,,,科员,,7,阿福,,2026-02-30", "任职日期", "日期请写成"),
            ("X,某局,,机关,,,,,7,阿福,,", "岗位名称", "没有填"),
            (f"X,{'长' * 101},,机关,,,,,,,,", "单位名称", "超过100个字"),
        ],
    )
    def test_names_the_line_and_the_column(self, line: str, column: str, sentence: str) -> None:
        mistakes = told(f"{HEADER}\n{line}\n")
        assert any(row == 2 and at == column and sentence in what for row, at, what in mistakes), mistakes

    def test_two_lines_that_contradict(self) -> None:
        assert told(f"{HEADER}\nX,甲局,,机关,,,,,,,,\nX,乙局,,机关,,,,,,,,\n") == [
            (3, "单位名称", "与第2行不一致。")
        ]

    def test_an_alias_that_is_another_units_name(self, town: Town) -> None:
        assert told(f"{HEADER}\nX,某局,,机关,,市财政局,,,,,,\n") == [
            (2, "单位别名", "“市财政局”已经是另一个单位的名称。")
        ]

    def test_units_above_each_other(self) -> None:
        lines = "A,甲科,,内设机构,B,,,,,,,\nB,乙科,,内设机构,A,,,,,,,"
        assert {sentence for *_, sentence in told(f"{HEADER}\n{lines}\n")} == {"上级单位绕成了圈。"}

    def test_one_mistake_and_nothing_is_imported(self) -> None:
        with refused("import_has_mistakes", match="第4行单位代码"):
            bring_in(CITY.replace("\nSWB-DC,督查科,,,,,科员", "\nNOWHERE,,,,,,科员"))
        assert not Unit.objects.exists()

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\x00" * 50, "姓名只有这些".encode()])
    @pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
    def test_an_unreadable_file_is_refused_with_the_way_out(self, name: str, content: bytes) -> None:
        with refused("unreadable_table") as caught:
            services.read(name, content)
        assert "导入模板" in str(caught.value)


class TestTemplate:
    def test_filled_in_and_imported_again_it_changes_nothing(self, town: Town) -> None:
        sheet = services.template(actor=SYSTEM, day=TODAY, filled=True)
        made = services.import_tables(actor=SYSTEM, tables=services.read("t.xlsx", sheet), at=AT)
        assert (made.new, made.changed) == (0, 0)

    def test_empty_it_has_three_sheets_and_an_explanation(self, town: Town) -> None:
        book = openpyxl.load_workbook(io.BytesIO(services.template(actor=SYSTEM, day=TODAY)))
        assert book.sheetnames == ["单位", "岗位", "人员", "填写说明"]
        assert book["人员"]["A1"].value == "工号*"
