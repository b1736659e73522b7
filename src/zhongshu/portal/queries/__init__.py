"""What the portal's pages read, as frozen rows in the words of an office. Always for an actor."""
