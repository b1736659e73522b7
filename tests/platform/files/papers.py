"""Papers as they come in, made on the spot: nothing here is a stored sample."""

import io
import struct
import zipfile
import zlib

import docx
import openpyxl

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(*lines: str, header: str = "", rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if rows:
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return _saved(document)


def word_of(body: str) -> bytes:
    """A Word file whose body is the given XML."""
    return replaced(word("x"), "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")


def replaced(data: bytes, name: str, content: str | bytes) -> bytes:
    """The same container with one part exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            if item != name:
                new.writestr(item, old.read(item))
        new.writestr(name, content)
    return out.getvalue()


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return _saved(book)


def far_apart() -> bytes:
    """A workbook of two filled cells: the first, and the last there can be."""
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "督办事项", "1"
    return _saved(book)


def pdf(*lines: str, password: bool = False) -> bytes:
    """A PDF whose text is drawn in a font of hexadecimal codes with a map back to Unicode."""
    drawn = "".join(f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td " for line in lines)
    return _drawn(f"BT /F1 16 Tf 72 760 Td {drawn} ET".encode(), password)


def pdf_drawn(
    words: tuple[tuple[float, float, str], ...], rules: tuple[tuple[float, float, float, float], ...] = ()
) -> bytes:
    """A PDF with words of ten points at given places (from the lower left) and ruled lines."""
    texts = "".join(f"BT /F1 10 Tf {x} {y} Td <{w.encode('utf-16-be').hex()}> Tj ET " for x, y, w in words)
    lines = "".join(f"{x1} {y1} m {x2} {y2} l S " for x1, y1, x2, y2 in rules)
    return _drawn(f"0.5 w {lines}{texts}".encode(), False)


def _drawn(content: bytes, password: bool) -> bytes:
    to_unicode = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def "
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
        b"endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        _stream(content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H "
        b"/DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
        _stream(to_unicode),
    ]
    trailer = b""
    if password:  # an /Encrypt dictionary whose keys fit no password we know
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>"
        )
        trailer = b" /Encrypt 8 0 R /ID [<aa> <aa>]"
    return _assembled(objects, trailer)


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _assembled(objects: list[bytes], trailer: bytes) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    size = len(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return out + b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start)


def ofd(*lines: str) -> bytes:
    objects = "".join(
        f'<o:TextObject Boundary="20 {20 + 10 * n} 100 6"><o:TextCode X="0" Y="5">{line}</o:TextCode></o:TextObject>'
        for n, line in enumerate(lines)
    )
    page = f'<o:Page xmlns:o="http://www.ofdspec.org/2016"><o:Content>{objects}</o:Content></o:Page>'
    return packed({"OFD.xml": "<OFD/>", "Doc_0/Pages/Page_0/Content.xml": page})


def with_macros() -> bytes:
    """A Word file with a program in it, as ``.docm`` has, or as who renames it to ``.docx`` makes."""
    return packed(
        {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", "word/vbaProject.bin": b"\xd0\xcf"}
    )


def packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def png(width: int, height: int) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + header
        + struct.pack(">I", zlib.crc32(header))
        + b"\x00" * 12
    )


def jpeg(width: int, height: int) -> bytes:
    camera = b"\xff\xe1" + struct.pack(">H", 3000) + b"\x00" * 2998
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + camera + frame + b"\xff\xd9"


def _saved(thing: object) -> bytes:
    out = io.BytesIO()
    thing.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
