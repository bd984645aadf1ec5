"""The nouns of a paper: frozen data that any room may hold, standard library only."""
