"""A small made-up story: three reports of talks in a harbour town."""

from tests.review.conftest import desk

__all__ = ["desk"]
