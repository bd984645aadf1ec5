"""One paper or many: the same stages, a folder for each paper."""
