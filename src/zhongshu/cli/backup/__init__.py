"""A whole office in one folder: database, files, archive packages and keys, with a digest of each."""
