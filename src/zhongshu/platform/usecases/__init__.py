"""Use cases: one transaction, one trail, safe to repeat."""
