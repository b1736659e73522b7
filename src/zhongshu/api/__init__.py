"""REST API: the same services for programs."""
