"""PowerPoint files: the paragraphs of the slides in their order."""

import re
from pathlib import Path

from zhongshu.platform.files.readers.parts import container, parsed

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")


def text(path: Path) -> str:
    """The text of every slide, a paragraph a line."""
    with container(path) as archive:
        found = {int(m[1]): m[0] for name in archive.namelist() if (m := _SLIDE.fullmatch(name))}
        slides = [parsed(archive, found[number]) for number in sorted(found)]
    paragraphs = (paragraph for slide in slides for paragraph in slide.iter(_A + "p"))
    return "\n".join("".join(run.text or "" for run in paragraph.iter(_A + "t")) for paragraph in paragraphs)
