import pytest

from tests.org.town import Town


@pytest.fixture
def town(db: None) -> Town:
    """澄江, with everybody at work."""
    return Town()
