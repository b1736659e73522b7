"""Pages of supervision: translate in, one call, translate out."""
