"""Which fonts a paper is set in: the office's own where it has them, else those that come along."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst
from django.conf import settings
from pylopdf_fonts_zh_cn import sans_path, serif_path

FANG = ("方正仿宋_GBK", "FZFangSong-Z02", "仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "STFangsong", "FandolFang R", "FandolFang")  # fmt: skip # noqa: E501
HEI = ("方正黑体_GBK", "FZHei-B01", "黑体", "SimHei", "STHeiti", "FandolHei", "Noto Sans CJK SC", "Source Han Sans SC")  # fmt: skip # noqa: E501
KAI = ("方正楷体_GBK", "FZKai-Z03", "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "STKaiti", "FandolKai", "LXGW WenKai")  # fmt: skip # noqa: E501
TITLE = ("方正小标宋_GBK", "FZXiaoBiaoSong-B05", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong")  # fmt: skip # noqa: E501
HEAVY = ("Noto Serif CJK SC", "Source Han Serif SC", "思源宋体")  # for titles at weight 700
SONG = ("方正书宋_GBK", "FZShuSong-Z01", "宋体", "SimSun", "STSong", "FandolSong")
SERIF, SANS = "Noto Serif SC", "Noto Sans SC"  # shipped: OFL-1.1


@dataclass(frozen=True, slots=True)
class Faces:
    """Families by role, each list ending with a shipped one; ``thicken`` where a title has no heavy font."""

    fang: Sequence[str]
    hei: Sequence[str]
    kai: Sequence[str]
    song: Sequence[str]
    song_plain: Sequence[str]
    song_weight: int
    thicken: bool

    def as_data(self) -> dict[str, object]:
        """The faces as the layout reads them."""
        return {name.replace("_", "-"): getattr(self, name) for name in self.__slots__}


def found() -> typst.Fonts:
    """The fonts at hand: shipped, in the folder of the setting, and those of the system where it says so."""
    folder = Path(settings.FONTS_ROOT)
    own = folder if folder.is_dir() else None
    return _found(own, _contents(own), bool(settings.SYSTEM_FONTS))


def faces() -> Faces:
    """The families to set papers in, chosen from the fonts at hand."""
    at_hand = {name.casefold() for name in found().families()}
    have = {name for name in (*FANG, *HEI, *KAI, *TITLE, *HEAVY, *SONG) if name.casefold() in at_hand}

    def of(wanted: Sequence[str], last: str) -> list[str]:
        return [name for name in wanted if name in have] + [last]

    proper = any(name in have for name in TITLE)
    heavy = any(name in have for name in HEAVY)
    return Faces(
        fang=of(FANG, SERIF),
        hei=of(HEI, SANS),
        kai=of(KAI, SERIF),
        song=of((*TITLE, *HEAVY), SERIF),
        song_plain=of(SONG, SERIF),
        song_weight=400 if proper or not heavy else 700,
        thicken=not (proper or heavy),
    )


def _contents(folder: Path | None) -> tuple[tuple[str, int], ...]:
    """What lies in the folder of fonts, so that a font put there is found without a new start."""
    if folder is None:
        return ()
    return tuple(sorted((path.name, path.stat().st_size) for path in folder.rglob("*") if path.is_file()))


@lru_cache(maxsize=2)
def _found(folder: Path | None, contents: tuple[tuple[str, int], ...], of_the_system: bool) -> typst.Fonts:
    places = sorted({sans_path().parent, serif_path().parent}) + ([folder] if folder else [])
    return typst.Fonts(include_system_fonts=of_the_system, include_embedded_fonts=True, font_paths=places)
