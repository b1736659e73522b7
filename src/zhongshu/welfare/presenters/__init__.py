"""What the pages of services to employees show."""
