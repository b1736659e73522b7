"""The PDF of record, by typst from the layouts shipped here."""

import json
import os
import re
from datetime import datetime
from pathlib import Path

import typst
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.typesetting import fonts, titles
from zhongshu.platform.typesetting.elements import Paper
from zhongshu.platform.typesetting.words import fitted

LAYOUTS = Path(__file__).parent / "layouts"
NOWHERE = LAYOUTS / "no-packages"  # typst looks for packages in a folder that does not exist
_LACKING = re.compile(r'the text `?"(.+?)"`? could not be displayed')


class LacksGlyph(Refusal):
    """No font at hand can draw a character of the paper."""

    def __init__(self, character: str) -> None:
        facts = {"character": character, "code": ", ".join(f"U+{ord(one):04X}" for one in character)}
        super().__init__(
            "no_glyph",
            _("字库里没有“%(character)s”（%(code)s），不能成文。") % facts,
            hint=_("请换用规范字，或请管理员把含有这个字的字体放进字体目录（ZHONGSHU_FONTS）。"),
            rule="G-12",
        )


class _Threads:
    """Whether typst's threads run in this process; a fork takes none along, and it would wait for them for ever."""

    def __init__(self) -> None:
        self.running = self.lost = False
        os.register_at_fork(after_in_child=self._forked)

    def _forked(self) -> None:
        self.lost = self.running

    def claim(self) -> None:
        """Note that they run from now on; an error, rather than silence, where a fork has lost them."""
        if self.lost:
            raise RuntimeError(
                "papers were set in this process before it was forked: set them in a process of its own"
            )
        self.running = True


_threads = _Threads()


def pdf(paper: Paper, *, at: datetime) -> bytes:
    """``paper`` as PDF/A-2b. The same words, moment and fonts give the same bytes.

    ``at`` is the moment the file says it was made. Raises LacksGlyph naming a character that no
    font at hand holds. What stands in ``paper`` is data: nothing in it is read as markup.
    """
    paper = fitted(paper)
    told = paper.as_data() | {"title-lines": titles.lines(paper.title)}
    inputs = {"paper": json.dumps(told, ensure_ascii=False)}
    compiler = typst.Compiler(
        LAYOUTS / "gbt9704.typ",
        root=LAYOUTS,
        font_paths=fonts.found(),
        sys_inputs=inputs | {"fonts": json.dumps(fonts.faces().as_data(), ensure_ascii=False)},
        package_path=NOWHERE,
        package_cache_path=NOWHERE,
    )
    _threads.claim()
    try:
        made = compiler.compile(format="pdf", pdf_standards="a-2b", timestamp=int(at.timestamp()))
    except typst.TypstError as failed:
        lacking = _LACKING.search(f"{failed.message} {failed.diagnostic}")
        if lacking is None:
            raise
        raise LacksGlyph(lacking.group(1)) from failed
    assert isinstance(made, bytes)
    return made
