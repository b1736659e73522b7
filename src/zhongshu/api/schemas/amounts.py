"""Amounts in yuan: as they are sent, and as they are told."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer

SumSent = Annotated[Decimal, Field(max_digits=16, decimal_places=2)]
Sum = Annotated[Decimal, PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str)]
"""Told with two decimals, whatever database it was read from."""
