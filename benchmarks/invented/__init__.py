"""Works that never existed, printed as reference lists in the styles of journals."""
