"""Everything the interface says is Chinese in the source and English in the catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.template.base import Lexer, Token, TokenType
from tests.architecture.source import PACKAGE, modules, short, tree
from tools import make_catalogue

HAN = re.compile(r"[\u4e00-\u9fff]")
AGAIN = "run: PYTHONPATH=src python tools/make_catalogue.py --missing, then --fill"
"""What to do when the catalogue is behind the source."""

SAMPLES = "ui/templates/ui/kit.html"
"""The page that shows makers of pages every component, filled with invented content."""

SEAL = ">枢<"
"""The mark of the product: a picture, hidden from readers of the screen."""

CONTENT = {
    "approvals/forms/fields.py": "a unit of money looked for in the label of a form",
    "approvals/grammar/bpmn.py": "a route is drawn in the language of the office",
    "approvals/grammar/powers.py": "names of regulations",
    "approvals/grammar/questions.py": "a route is drawn in the language of the office",
    "approvals/services/package.py": "titles of files in the package",
    "approvals/papers/": "sheets are in the language of the office",
    "approvals/services/number.py": "the pattern of the numbers",
    "archive/offline.py": "goes into the package and is read there, without the product",
    "archive/services/deposit.py": "titles of files in the package",
    "archive/services/papers.py": "what is filed is in the language of the office",
    "cli/": "the command line and the demo office speak Chinese",
    "config/settings.py": "a language is called by its own name",
    "finance/invoices/": "words looked for in invoices",
    "finance/papers/": "sheets are in the language of the office",
    "finance/rules/": "names of regulations",
    "inspections/papers/": "papers are in the language of the office",
    "inspections/rules/sources.py": "names of regulations",
    "inspections/services/number.py": "the pattern of the numbers",
    "assets/services/number.py": "the pattern of the numbers",
    "assets/papers/": "papers are in the language of the office",
    "assets/rules/sources.py": "names of regulations",
    "kernel/actors.py": "the name under which the system signs the trail",
    "kernel/likeness.py": "numerals, levelled before texts are compared",
    "kernel/worktime/days.py": "names of festivals, as in the notice",
    "kernel/written_days.py": "days as they stand on paper",
    "org/rules.py": "names of regulations",
    "org/services/": "words of the tables to fill in, which are read back by them",
    "platform/files/rules.py": "markings looked for in documents",
    "platform/search/spelling.py": "what offices write every day, looked up last",
    "platform/workdays/rules.py": "names of festivals, as in the notice",
    "platform/workdays/services/read_notice.py": "words of a notice",
    "platform/workdays/services/read_table.py": "words of the tables of the calendar",
    "supervision/extraction/": "words and grammar of official Chinese, looked for in documents",
    "supervision/ledgers/": "headings and words of ledgers kept before, which are read in",
    "supervision/papers/": "papers are in the language of the office, and name its words",
    "supervision/rules/origins.py": "words of titles that tell where a paper comes from",
    "supervision/rules/sources.py": "names of regulations",
    "supervision/services/intake.py": "words looked for in documents",
    "supervision/services/open.py": "the pattern of the numbers",
    "welfare/rules/windows.py": "words in which agencies publish their windows",
    "welfare/services/number.py": "the pattern of the numbers",
    "platform/typesetting/fonts.py": "names of fonts",
    "platform/typesetting/title_words.py": "words of titles, which are not broken",
    "platform/typesetting/titles.py": "marks and words at which a title breaks",
    "platform/typesetting/word/": "names of fonts, and the words GB/T 9704 itself prescribes",
    "ui/forms.py": "dates as they are typed",
    "ui/samples.py": "invented content of the samples",
}
"""Python whose Chinese is content, not interface, and why."""

WRAPPED = re.compile(r"""_\((?:"[^"]*"|'[^']*')\)""")


@pytest.fixture(scope="module")
def written() -> polib.POFile:
    return make_catalogue.written()


def test_the_catalogue_holds_the_sentences_of_the_source_and_no_others(written: polib.POFile) -> None:
    made = make_catalogue.catalogue({})
    keys = [[(e.msgid, e.msgid_plural, e.msgctxt) for e in po] for po in (written, made)]
    assert keys[0] == keys[1], AGAIN


def test_every_sentence_has_its_english(written: polib.POFile) -> None:
    assert [entry.msgid for entry in make_catalogue.untold(written)] == [], AGAIN


def test_no_sentence_bears_the_number_of_a_rule(written: polib.POFile) -> None:
    """A clerk reads what to do; where it stands is told beside it, as its source."""
    assert not [one.msgid for one in written if re.search(r"（[A-Z]{1,2}-\d{2}[、）]", one.msgid)]


def test_no_translation_is_a_guess(written: polib.POFile) -> None:
    assert [entry.msgid for entry in written if entry.fuzzy or entry.obsolete] == []


def test_english_fills_in_what_the_sentence_fills_in(written: polib.POFile) -> None:
    wrong = [
        (entry.msgid, text)
        for entry in written
        for text in make_catalogue.english(entry)
        if make_catalogue.placeholders(text) != make_catalogue.placeholders(entry.msgid)
    ]
    assert wrong == []


def test_english_keeps_the_markup_of_the_sentence(written: polib.POFile) -> None:
    tags = re.compile(r"<[^>]+>")
    wrong = [
        (entry.msgid, text)
        for entry in written
        for text in make_catalogue.english(entry)
        if sorted(tags.findall(text)) != sorted(tags.findall(entry.msgid))
    ]
    assert wrong == []


def test_the_compiled_catalogue_is_that_of_the_written_one(written: polib.POFile) -> None:
    assert written.to_binary() == make_catalogue.MO.read_bytes(), AGAIN


def _bare(source: str) -> Iterator[str]:
    """Chinese in a template that no tag of translation holds."""
    held = False
    for token in Lexer(source).tokenize():
        words = token.contents.split()
        if token.token_type is TokenType.BLOCK and words[0] in {"blocktranslate", "comment"}:
            held = True
        elif token.token_type is TokenType.BLOCK and words[0] in {"endblocktranslate", "endcomment"}:
            held = False
        elif not held and HAN.search(_outside(token)):
            yield token.contents.strip()


def _outside(token: Token) -> str:
    """What of a token is not given to gettext."""
    if token.token_type is TokenType.COMMENT:
        return ""
    if token.token_type is TokenType.TEXT:
        return token.contents
    return "" if token.contents.startswith(("translate ", "trans ")) else WRAPPED.sub("", token.contents)


def test_a_bare_sentence_in_a_template_is_found() -> None:
    assert list(_bare("<p>{% translate '签收' %} 销号</p>{{ day|date:'n月' }}{# 注 #}")) == [
        "销号</p>",
        "day|date:'n月'",
    ]


def test_no_template_has_chinese_outside_translation() -> None:
    bare = {
        path.relative_to(PACKAGE).as_posix(): found
        for path in sorted(PACKAGE.rglob("*.html"))
        if (found := list(_bare(path.read_text(encoding="utf-8").replace(SEAL, "><"))))
    }
    assert list(bare.pop(SAMPLES)) != []
    assert bare == {}


def _unspoken(path: Path) -> Iterator[str]:
    """Chinese in Python that no function of translation is given and that is no docstring."""
    known, functions = set(), make_catalogue.speakers(tree(path))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Expr):
            known.add(id(node.value))
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in functions:
            known |= {id(inner) for arg in node.args for inner in ast.walk(arg)}
    texts = [
        node for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and id(node) not in known
    ]
    yield from (text.value for text in texts if isinstance(text.value, str) and HAN.search(text.value))


def test_no_module_has_chinese_outside_translation_but_content() -> None:
    told = {short(path): list(_unspoken(path)) for path in modules()}
    bare = {name: found for name, found in told.items() if found and not name.startswith(tuple(CONTENT))}
    assert bare == {}


def test_every_exception_is_still_one() -> None:
    told = {short(path) for path in modules() if next(_unspoken(path), "")}
    assert [part for part in CONTENT if not any(name.startswith(part) for name in told)] == []
