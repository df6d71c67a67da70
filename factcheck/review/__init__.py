"""Review: a conflict and an editor's act come in, an append-only decision goes out."""
