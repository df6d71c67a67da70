"""The training of the network that looks for slips: words that are English, and wrong where they stand."""
