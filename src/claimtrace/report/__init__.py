"""What people read of an audit: JSON, HTML, an annotated PDF, Markdown, a table of findings."""
