"""The encoder: training and export of the entity recogniser, and of the sentence vectors beside it. Needs torch."""
