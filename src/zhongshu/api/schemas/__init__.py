"""What the API takes in and gives out. Dates are ISO 8601; moments carry their zone."""
