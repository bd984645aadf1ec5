"""The part that a place plays in its paper."""

from __future__ import annotations

from claimtrace.model.document import Document, SectionRole

_HEADING_ONLY = 40  # characters of a section's text behind its heading


def role_at(document: Document, offset: int) -> SectionRole | None:
    """The role of the section in which a character stands, ``None`` outside all sections.

    Sections that their headings do not tell apart belong to the section around them; and to the methods or results
    before them where these are a bare heading, as their own level often cannot be told on the page.
    """
    role = None
    bare = None
    for section in document.sections:
        if section.span.start > offset:
            break
        if section.role is not SectionRole.BODY:
            heading_only = len(section.span) < len(section.title) + _HEADING_ONLY
            bare = section.role if heading_only else None
        if offset in section.span and (section.role is not SectionRole.BODY or role is None):
            role = section.role
    return bare if role is SectionRole.BODY and bare else role
