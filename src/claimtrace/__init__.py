"""claimtrace: shows, claim by claim, what each statement of a paper rests on.

>>> import claimtrace
>>> audit = claimtrace.audit("paper.pdf")
>>> audit.findings[0].message
>>> audit.graph.number_of_nodes()
>>> audit.write("audit")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrace.pipeline.audit import Audit

__version__ = "0.1.0"
__all__ = ["audit"]


def audit(path: str | Path, pipeline: str | Path = "default") -> Audit:
    """Audit a paper; nothing is written until :meth:`~claimtrace.pipeline.audit.Audit.write` is called.

    Args:
        path: the paper: a PDF, or a draft as DOCX, HTML, Markdown, JATS, TEI or plain text.
        pipeline: the name of a pipeline, or a TOML file of one's own.

    Returns:
        The paper with its layers, the citation-claim graph, the findings and what was looked at.

    Raises:
        UnreadablePaperError: the paper cannot be read; the message says why and what to do.
        PipelineError: the pipeline does not exist or is not valid.
    """
    from claimtrace.pipeline.running import run_pipeline  # heavy libraries load when they are used
    from claimtrace.pipeline.table import find_pipeline

    return run_pipeline(Path(path), find_pipeline(pipeline))
