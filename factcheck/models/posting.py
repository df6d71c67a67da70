"""Posting: a key of a quotation, and the claim that it leads to. The archive finds old quotations by it."""

from django.db import models


class Posting(models.Model):
    # One row a key and claim, and nothing besides: there are a hundred of them to an article.
    pk = models.CompositePrimaryKey("key", "claim")
    key = models.BigIntegerField(help_text="the digest of two rare words of the quotation")
    claim = models.ForeignKey("Claim", on_delete=models.CASCADE, related_name="postings")

    def __str__(self) -> str:
        return f"{self.key}: {self.claim_id}"
