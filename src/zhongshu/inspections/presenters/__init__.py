"""What the pages of inspections show."""
