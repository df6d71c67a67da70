"""Collation: the extracted articles of one story come in, its conflicts with readings and witnesses go out."""
