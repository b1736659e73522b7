"""Pages of the archive: translate in, one call, translate out."""
