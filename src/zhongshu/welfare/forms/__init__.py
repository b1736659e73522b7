"""What is filled in about services to employees."""
