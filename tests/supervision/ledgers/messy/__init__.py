"""Ledgers with every kind of mess at once, thrown together by a seed, and what is to be read of them."""
