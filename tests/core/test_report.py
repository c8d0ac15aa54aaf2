"""What a report of diagnostics counts, and when it fails."""

import pytest

from briefgen.core.diagnostic import Diagnostic, error, warning
from briefgen.core.report import Report

INFO = Diagnostic("info", "edition", "It is a draft.")


@pytest.mark.parametrize(
    ("found", "fails", "fails_strictly"),
    [
        ([], False, False),
        ([INFO], False, False),
        ([warning("w", "Odd.")], False, True),
        ([INFO, error("e", "Wrong.")], True, True),
    ],
)
def test_errors_fail_and_with_strict_warnings_too(found: list[Diagnostic], fails: bool, fails_strictly: bool) -> None:
    report = Report(found)
    assert (report.fails(), report.fails(strict=True)) == (fails, fails_strictly)
    assert report.count("error") == len(report.errors) == int(fails)


def test_a_report_keeps_the_order_in_which_it_was_filled_until_it_is_sorted() -> None:
    report = Report()
    report.extend([error("b", "Second.", file="b.yaml"), error("b", "Second.", file="b.yaml")])
    report.add(error("a", "First.", file="a.yaml"))
    assert [each.file for each in report] == ["b.yaml", "b.yaml", "a.yaml"]
    report.sort()
    assert [each.file for each in report] == ["a.yaml", "b.yaml"], "each once"


def test_what_is_waived_is_not_counted() -> None:
    report = Report([Diagnostic("info", "w", "Odd.", waived="It is meant."), INFO])
    assert (report.count("info"), len(report)) == (1, 2)
