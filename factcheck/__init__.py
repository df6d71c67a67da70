"""Newsroom's one app: receive, extract, collate, decide, issue."""
