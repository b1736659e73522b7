"""The English catalogue from the source: ``python tools/make_catalogue.py [--missing] [--fill FILE]``.

A msgid is a Chinese sentence of the interface, in a template or in Python. The catalogue is
``src/zhongshu/locale/en/LC_MESSAGES/django.po``; ``django.mo`` beside it is what the product reads.
Translations are kept, sentences no longer in the source are dropped, nothing is guessed, and the same
source makes the same bytes: sentences by their own order, the files they stand in without lines.

``--missing``    print, as JSON, the sentences that have no English yet.
``--fill FILE``  take English from a JSON object: sentence → English, or → [one, many] where counted.

GNU gettext is not needed. Sentences without English fail ``tests/architecture/test_catalogue.py``.
"""

import argparse
import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django.conf
import polib
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "zhongshu"
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
MO = PO.with_suffix(".mo")

SPEAKERS = {"django.utils.translation", "zhongshu.kernel.language"}
"""Modules whose functions are given a sentence."""

CALL = re.compile(r"\b(?:_|n?p?gettext)\((?=u?['\"])")
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|%%|\{\w*\}")
METADATA = {
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


@dataclass(frozen=True, order=True, slots=True)
class Sentence:
    """A msgid: ``text``, ``many`` where it is counted, ``context`` where one word has two meanings."""

    text: str
    many: str = ""
    context: str = ""


def sentences() -> dict[Sentence, list[str]]:
    """Every sentence of the product, and the files it stands in."""
    found: dict[Sentence, set[str]] = {}
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.txt")]):
        for sentence in _of_python(path) if path.suffix == ".py" else _of_template(path):
            found.setdefault(sentence, set()).add(path.relative_to(PACKAGE.parent).as_posix())
    return {sentence: sorted(found[sentence]) for sentence in sorted(found)}


def _of_python(path: Path) -> Iterator[Sentence]:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    names = speakers(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield from _called(names[node.func.id], node.args)


def speakers(tree: ast.Module) -> dict[str, str]:
    """What a module calls the functions that are given a sentence, and what they are."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in SPEAKERS
        for alias in node.names
    }


def _called(name: str, args: list[ast.expr]) -> Iterator[Sentence]:
    """The sentence given to a function of gettext; none where it is handed on in a variable."""
    texts = [a.value for a in args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    verb = name.removesuffix("_lazy").removesuffix("_noop")
    wanted = {"gettext": 1, "on_record": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}.get(verb)
    if wanted is None or len(texts) < wanted or not texts[0]:
        return
    if verb.endswith("pgettext"):
        yield Sentence(*texts[1:wanted], context=texts[0])
    else:
        yield Sentence(*texts[:wanted])


def _of_template(path: Path) -> Iterator[Sentence]:
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for call in CALL.finditer(code):
        node = ast.parse(code[call.start() : _end(code, call.end())], mode="eval").body
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from _called({"_": "gettext"}.get(node.func.id, node.func.id), node.args)


def _end(code: str, at: int) -> int:
    """Where the call ends whose first argument starts ``at``: its bracket, quotes not being looked into."""
    quote = ""
    while quote or code[at] != ")":
        if quote and code[at] == "\\":
            at += 1
        elif code[at] == quote:
            quote = ""
        elif not quote and code[at] in "'\"":
            quote = code[at]
        at += 1
    return at + 1


def written() -> polib.POFile:
    """The catalogue as it is on the disk; an empty one before the first time."""
    return polib.pofile(str(PO), wrapwidth=0) if PO.exists() else polib.POFile(wrapwidth=0)


def catalogue(english: dict[str, str | list[str]]) -> polib.POFile:
    """The catalogue as it should be: what the source says, with the English known so far.

    ``english``  translations to take first, by sentence; a list of two where the sentence is counted.
    """
    known = {(e.msgid, e.msgid_plural, e.msgctxt or ""): e for e in written() if not e.obsolete}
    made = polib.POFile(wrapwidth=0)
    made.metadata = dict(METADATA)
    for sentence, files in sentences().items():
        old = known.get((sentence.text, sentence.many, sentence.context))
        given = english.get(sentence.text, "")
        entry = polib.POEntry(
            msgid=sentence.text, msgctxt=sentence.context or None, occurrences=[(f, "") for f in files]
        )
        if sentence.many:
            entry.msgid_plural = sentence.many
            pair = [given, given] if isinstance(given, str) else given
            entry.msgstr_plural = (
                dict(enumerate(pair)) if given or old is None else dict(sorted(old.msgstr_plural.items()))
            )
        else:
            entry.msgstr = given if isinstance(given, str) and given else (old.msgstr if old else "")
        if "%" in "".join(PLACEHOLDER.findall(sentence.text)):
            entry.flags = ["python-format"]
        made.append(entry)
    return made


def untold(made: polib.POFile) -> list[polib.POEntry]:
    """The sentences that have no English."""
    return [entry for entry in made if not all(english(entry))]


def english(entry: polib.POEntry) -> list[str]:
    """What a sentence is in English: one text, or two where it is counted."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def placeholders(text: str) -> list[str]:
    """The places of a sentence that are filled in when it is shown."""
    return sorted(PLACEHOLDER.findall(text))


def main() -> None:
    """Write both files, or say what is missing."""
    parser = argparse.ArgumentParser(description="The English catalogue from the source.")
    parser.add_argument("--missing", action="store_true", help="print what has no English, as JSON")
    parser.add_argument("--fill", type=Path, help="take English from this JSON file")
    asked = parser.parse_args()
    made = catalogue(json.loads(asked.fill.read_text(encoding="utf-8")) if asked.fill else {})
    missing = untold(made)
    if asked.missing:
        texts = {entry.msgid: ["", ""] if entry.msgid_plural else "" for entry in missing}
        sys.stdout.write(json.dumps(texts, ensure_ascii=False, indent=0) + "\n")
        return
    PO.parent.mkdir(parents=True, exist_ok=True)
    made.save(str(PO))
    made.save_as_mofile(str(MO))
    sys.stdout.write(f"{len(made)} sentences, {len(missing)} without English\n")


if __name__ == "__main__":
    if not django.conf.settings.configured:
        django.conf.settings.configure()
    main()
