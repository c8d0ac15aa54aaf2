"""Formulas over quantities with units: parsed, evaluated exactly, and printed with their operands."""

from briefgen.formulas.formula import Formula, Problem, evaluate, parse
from briefgen.formulas.quantities import Quantity, quantity

__all__ = ["Formula", "Problem", "Quantity", "evaluate", "parse", "quantity"]
