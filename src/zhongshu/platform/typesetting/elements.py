"""What a paper is made of, after the elements of GB/T 9704-2012 (rules W-01, L-06…L-30): words only, no markup."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class Form(StrEnum):
    """How a paper is laid out.

    ``DOCUMENT``  文件格式: red mark, number and red rule (clause 7.2).
    ``LETTER``    信函格式: double red rules at head and foot, no page number on the first page (clause 10.1).
    ``SHEET``     a form on white paper: number at the right, title, cells; for 审批单, 处理笺, records of talks.
    """

    DOCUMENT = "document"
    LETTER = "letter"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, indented by two characters."""

    text: str
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within the body: ``level`` 1 一、 in 黑体, 2 （一） in 楷体, 3 and 4 as the text (rule L-15)."""

    text: str
    level: int = 1
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """Empty ``rows`` of the grid."""

    rows: int = 1
    kind: str = field(default="blank", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell: ``span`` columns wide, at least ``rows`` rows of the grid high; a ``label`` stands in 黑体."""

    text: str = ""
    label: bool = False
    centred: bool = False
    span: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table or the cells of a form. ``widths`` are the columns' shares; ``head`` is repeated on each page.

    ``fine`` sets cells without a head in 小四 and closer, so that a form of many cells stays on one page.
    """

    widths: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    head: Sequence[str] = ()
    fine: bool = False
    kind: str = field(default="grid", init=False)

    def __post_init__(self) -> None:
        for row in self.rows:
            assert sum(cell.span for cell in row) == len(self.widths), "a row fills its columns"


Block = Paragraph | Heading | Blank | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper; an element that is "" is not there.

    ``letterhead``  发文机关标志, red.  ``number`` 发文字号.  ``urgency`` 紧急程度.  ``signatory`` 签发人.
    ``issuer``, ``issued``  for a bulletin: who edits it and when, above the red rule.
    ``to``          主送, without its colon.  ``signed`` 发文机关署名.  ``day`` 成文日期.  ``note`` 附注.
    ``after``       what follows the signature: the slip to sign for receipt.
    ``copies``      抄送, without its full stop.  ``printed_by``, ``printed_on`` 印发机关和印发日期.
    ``organ``       whose paper it is, for the file's own properties.
    """

    form: Form
    title: str
    organ: str
    blocks: Sequence[Block]
    letterhead: str = ""
    number: str = ""
    urgency: str = ""
    signatory: str = ""
    issuer: str = ""
    issued: str = ""
    to: str = ""
    annexes: Sequence[str] = ()
    signed: str = ""
    day: str = ""
    note: str = ""
    after: Sequence[Block] = ()
    copies: str = ""
    printed_by: str = ""
    printed_on: str = ""

    def as_data(self) -> dict[str, object]:
        """The paper as JSON holds it."""
        told = {name.replace("_", "-"): value for name, value in asdict(self).items()}
        return told | {"form": str(self.form)}


_BLOCKS = {"paragraph": Paragraph, "heading": Heading, "blank": Blank}


def restored(told: Mapping[str, Any]) -> Paper:
    """The paper that ``as_data`` told, as JSON brought it back."""
    given = {name.replace("-", "_"): value for name, value in told.items()}
    blocks = {name: tuple(_block(one) for one in given[name]) for name in ("blocks", "after")}
    return Paper(**{**given, **blocks, "form": Form(given["form"])})


def _block(told: Mapping[str, Any]) -> Block:
    given = {name: value for name, value in told.items() if name != "kind"}
    if told["kind"] == "grid":
        rows = tuple(tuple(Cell(**cell) for cell in row) for row in given["rows"])
        return Grid(**{**given, "rows": rows})
    made: Block = _BLOCKS[told["kind"]](**given)
    return made
