"""What may go wrong, said in one line that names the mend."""

from __future__ import annotations


class ClaimtraceError(Exception):
    """Base of all errors that are the input's, not the program's."""


class UnreadablePaperError(ClaimtraceError):
    """A paper that cannot be read; the message says why and what to do."""


class UnreadableAuditError(ClaimtraceError):
    """A written audit that cannot be read back."""


class PipelineError(ClaimtraceError):
    """A pipeline that does not parse, names what is not there, or sets stages in a wrong order."""


class KnowledgeError(ClaimtraceError):
    """A table, a pack or a file of incident data that does not keep to its layout."""


class OutputError(ClaimtraceError):
    """A result that could not be written."""


class DecisionError(ClaimtraceError):
    """A decision on a finding that cannot be read, understood or kept."""


class UnknownNameError(ClaimtraceError):
    """A name that the user gave for something that does not exist."""
