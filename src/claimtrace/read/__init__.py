"""From the bytes of a paper to a Document: order, furniture, blocks, tables, notes, sections."""
