"""What the cells of a table tell of its make."""

from __future__ import annotations

import pytest

from claimtrace.text.cells import has_head


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        ([["Port", "Year"], ["Selwyn", "2014"]], True),
        ([["Selwyn", "2014"], ["Holm", "2015"]], False),
        ([["2014", "Selwyn"], ["2015", "Holm"], ["later", "Quay"]], False),
        ([["Port", "2014", "2015"], ["Selwyn", "12", "14"]], True),
        ([["Port", "2014"]], True),
    ],
)
def test_a_first_row_with_a_year_over_years_is_no_head(rows: list[list[str]], headed: bool) -> None:
    assert has_head(rows) is headed
