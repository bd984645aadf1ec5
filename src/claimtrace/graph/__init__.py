"""The citation-claim graph: built from the layers of a paper, asked by checks, written by exports."""
