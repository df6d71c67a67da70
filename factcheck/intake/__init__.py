"""Intake: bytes or text come in, a parsed ``WireCopy`` and then a stored article in a story go out."""
