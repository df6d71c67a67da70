"""Newsroom's one app: receive, extract, collate, decide, issue."""

# That of pyproject.toml: it is printed beside what the rules found.
VERSION = "0.1.0"
