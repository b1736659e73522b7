from ninja import Schema


class Named(Schema):
    """A unit or a person by name."""

    id: int
    name: str
