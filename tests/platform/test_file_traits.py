"""What a file tells of itself: its own date, the look of a picture."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from docx import Document
from PIL import Image, ImageFilter

from zhongshu.kernel.likeness import bits_apart
from zhongshu.platform.files.readers import traits


def scene(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """A made-up photograph: coarse blotches of light, softened."""
    rng = Random(seed)
    coarse = Image.new("L", (16, 12))
    coarse.putdata([rng.randrange(256) for _ in range(16 * 12)])
    return coarse.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2)).convert("RGB")


def test_a_photograph_scaled_and_pressed_again_is_known(tmp_path: Path) -> None:
    scene(1).save(tmp_path / "a.jpg", quality=92)
    scene(1).resize((333, 250)).save(tmp_path / "b.jpg", quality=40)
    scene(2).save(tmp_path / "c.jpg")
    a, b, c = (traits.look(tmp_path / name) for name in ("a.jpg", "b.jpg", "c.jpg"))
    assert bits_apart(a, b) <= 12 < bits_apart(a, c)


def test_a_blank_picture_and_a_broken_one_have_no_look(tmp_path: Path) -> None:
    Image.new("RGB", (300, 300), "white").save(tmp_path / "white.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 40)
    assert traits.look(tmp_path / "white.png") == b""
    assert traits.look(tmp_path / "broken.png") == b""
    assert traits.picture_day(tmp_path / "broken.png") is None


def test_a_picture_beyond_the_limit_is_not_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scene(1).save(tmp_path / "large.png")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert traits.look(tmp_path / "large.png") == b""


def test_the_day_a_photograph_was_taken(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2024:05:06 07:08:09"
    scene(1).save(tmp_path / "taken.jpg", exif=exif)
    scene(1).save(tmp_path / "silent.jpg")
    assert traits.picture_day(tmp_path / "taken.jpg") == date(2024, 5, 6)
    assert traits.picture_day(tmp_path / "silent.jpg") is None


def test_the_later_day_of_an_office_file(tmp_path: Path) -> None:
    paper = Document()
    paper.core_properties.created = datetime(2020, 1, 1, tzinfo=UTC)
    paper.core_properties.modified = datetime(2026, 3, 31, 20, 0, tzinfo=UTC)
    kept = BytesIO()
    paper.save(kept)
    (tmp_path / "a.docx").write_bytes(kept.getvalue())
    assert traits.office_day(tmp_path / "a.docx") == date(2026, 4, 1)  # the morning after, in Beijing


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("D:20260918013000Z", date(2026, 9, 18)),
        ("D:20260918200000-05'00'", date(2026, 9, 19)),
        ("D:20260918", date(2026, 9, 18)),
        ("D:20261318", None),
        ("yesterday", None),
    ],
)
def test_dates_as_pdf_writes_them(words: str, day: date | None) -> None:
    assert traits.pdf_date(words) == day
