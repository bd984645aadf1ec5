"""The staircase from a PDF to its audit: stages in order, their needs checked before anything is read."""
