"""Platform: what every office needs and no office is about (accounts, journal, numbers, days, files …)."""
