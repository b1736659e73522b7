"""The demonstration: a fictional city, made through the services and therefore lawful."""
