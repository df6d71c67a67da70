"""What a page shows, gathered in a number of queries that does not grow with its rows."""
