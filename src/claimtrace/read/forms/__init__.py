"""Papers in other forms than PDF: JATS, TEI, DOCX, HTML, Markdown, plain text. Each becomes a Document without pages.

A form lays its paper down as a :class:`~claimtrace.read.forms.draft.Draft`; one builder makes the Document of it.
"""
