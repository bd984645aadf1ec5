"""The graph of an audit that was written before, from its folder, its ``graph.json`` or its ``audit.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrace.model.errors import UnreadableAuditError

if TYPE_CHECKING:
    import networkx as nx

_FILES = ("graph.json", "audit.json")
_MEND = "name an audit.json, a graph.json, or the folder of an audit"


def saved_graph(path: Path) -> nx.MultiDiGraph[str]:
    """The graph of a written audit; each of the two files alone gives the whole graph back.

    Raises:
        UnreadableAuditError: there is no such file, it holds no audit, or one of another version.
    """
    file = _file(path)
    try:
        data = json.loads(file.read_bytes())
    except OSError as error:
        raise UnreadableAuditError(f"{file}: cannot be read ({error.strerror}); {_MEND}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableAuditError(f"{file}: is no JSON; {_MEND}") from error
    if not isinstance(data, dict) or not ({"nodes", "edges"} <= data.keys() or "schema_version" in data):
        raise UnreadableAuditError(f"{file}: holds no audit; {_MEND}")
    from claimtrace.graph.invariants import breaches

    try:
        graph = _graph(data)
        breach = next(breaches(graph), None)
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise UnreadableAuditError(f"{file}: is damaged or of another version; audit the paper again") from error
    if breach:
        raise UnreadableAuditError(f"{file}: is damaged or of another version ({breach}); audit the paper again")
    return graph


def _file(path: Path) -> Path:
    if not path.is_dir():
        if not path.exists():
            raise UnreadableAuditError(f"{path}: no such file; {_MEND}")
        return path
    found = next((path / name for name in _FILES if (path / name).is_file()), None)
    if found is None:
        raise UnreadableAuditError(f"{path}: has neither graph.json nor audit.json; audit a paper into it first")
    return found


def _graph(data: dict[str, Any]) -> nx.MultiDiGraph[str]:
    if "schema_version" not in data:
        import networkx as nx

        read = nx.node_link_graph(data, multigraph=True, directed=True, edges="edges")
        return nx.MultiDiGraph(read)
    from claimtrace.graph.build import add_findings, build_graph
    from claimtrace.report.audit_reading import read_findings, read_paper

    paper = read_paper(data)
    graph = build_graph(paper)
    add_findings(graph, paper, read_findings(data))
    return graph
