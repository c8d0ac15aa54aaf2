"""What a plain word means: the core schema of YAML 1.2, not the guesses of 1.1."""

import math

import pytest

from briefgen.core.source import SourceFile
from briefgen.yaml.parse import parse
from briefgen.yaml.tree import Scalar, resolve


def value(text: str) -> object:
    node, faults = parse(SourceFile("f.yaml", text))
    assert faults == []
    assert isinstance(node, Scalar)
    return resolve(node)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),  # Norway, and an answer
        ("yes", "yes"),
        ("on", "on"),
        ("True", True),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("''", ""),
        ("12", 12),
        ("+12", 12),
        ("-3", -3),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),  # half past one, not ninety
        ("1e3", 1000.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5e-1", -0.05),
        ("1.2.3", "1.2.3"),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("+.Inf", math.inf),
        ("inf", "inf"),
        ("2022-10-28", "2022-10-28"),
        ("٣", "٣"),  # a digit, but not one of YAML's
        ('"12"', "12"),
        ("'true'", "true"),
        ("!!str 12", "12"),
        ("!!str true", "true"),
        ("|\n  12", "12"),
        ("9" * 100, int("9" * 100)),
        ("9" * 101, "9" * 101),
    ],
)
def test_a_plain_word_means(written: str, meant: object) -> None:
    assert value(written) == meant
    assert type(value(written)) is type(meant)


def test_not_a_number_is_a_number() -> None:
    found = value(".nan")
    assert isinstance(found, float)
    assert math.isnan(found)
