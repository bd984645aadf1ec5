"""Links between layers: citation to entry, quotation to citation, claim to support, passage to passage."""
