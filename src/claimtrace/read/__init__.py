"""From the bytes of a PDF to a Document: order, furniture, blocks, tables, notes, sections."""
