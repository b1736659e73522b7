"""Pages of the organisation: translate in, one call, translate out."""
