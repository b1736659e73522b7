"""Headers of what is saved to disk rather than shown."""

from urllib.parse import quote


def attachment(name: str) -> dict[str, str]:
    """The header by which a browser saves the answer as ``name``, Chinese or not (RFC 6266)."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
