from typing import Any


class Looks:
    """How the cells of a ledger look in a workbook: framed, wrapped, in the fonts of an office."""

    def __init__(self, book: Any) -> None:
        cell = {"font_name": "宋体", "font_size": 11, "border": 1, "text_wrap": True, "valign": "vcenter"}
        middle = cell | {"align": "center"}
        self.title = book.add_format(
            {"font_name": "宋体", "font_size": 20, "bold": True, "align": "center", "valign": "vcenter"}
        )
        self.below = book.add_format({"font_name": "宋体", "font_size": 10, "valign": "vcenter"})
        self.head = book.add_format(middle | {"font_name": "黑体", "bold": True, "bg_color": "#F2F2F2"})
        self.text, self.centred = book.add_format(cell), book.add_format(middle)
        self.day = book.add_format(middle | {"num_format": "yyyy-mm-dd"})
        self.quoted = book.add_format(cell | {"quote_prefix": True})
