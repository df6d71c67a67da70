"""How each language writes a day and a time."""
