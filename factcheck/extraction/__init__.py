"""Extraction: an article's text and segments come in, its claims with exact spans go out."""
