"""``claimtrace pipelines``: shows the pipelines that come with the program."""

from __future__ import annotations

from rich import box
from rich.table import Table

from claimtrace.cli.console import out


def pipelines() -> None:
    """Show the pipelines that come along; copy one and edit it to make your own."""
    from claimtrace.pipeline.table import pipeline_folder
    from claimtrace.pipeline.table import pipelines as known

    table = Table("Pipeline", "Checks", "Whom it serves", box=box.SIMPLE_HEAD, pad_edge=False)
    for pipeline in known():
        table.add_row(pipeline.name, str(len(pipeline.checks)), pipeline.description)
    out.print(table)
    out.print("Use one:   claimtrace audit PAPER.pdf --pipeline NAME")
    out.print("Your own:  copy a file, edit it, name it with --pipeline FILE.toml")
    out.print("The files: ", str(pipeline_folder()), sep="", soft_wrap=True)
