from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Secret:
    """Something to be shown once and kept nowhere: logs and receipts never see ``text``."""

    text: str = field(repr=False)

    def __str__(self) -> str:
        return "••••"
