"""Parts of an office container, parsed without entities, network or surprises."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from zhongshu.platform.files import refusals


@contextmanager
def container(path: Path) -> Iterator[zipfile.ZipFile]:
    """The zip at ``path``; whatever turns out broken within is the refusal of an unreadable file."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as broken:
        raise refusals.unreadable() from broken


def parsed(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """The XML part ``name``."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(archive.read(name), parser)
