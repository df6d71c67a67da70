"""Digest: a story with its decisions comes in, a numbered, frozen result goes out, in any export format."""
