"""Who is behind a deed and whom it hit, decided for each state from the words around its names."""
