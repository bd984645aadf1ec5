"""The command line as a module: ``python -m claimtrace`` where the console script is not on the path."""

from __future__ import annotations

from claimtrace.cli import main

if __name__ == "__main__":
    main()
