"""Supervision 督查督办: handed over, carried out, answered back."""
