"""The resources of the API, one module each: translate in, one call, translate out."""
