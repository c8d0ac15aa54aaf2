"""Formulas over quantities: parsed under an allow-list, evaluated exactly, never executed.

A formula has numbers, names, `+ - * / **`, parentheses, and the functions min, max, sum and round. A name is that of a
quantity of the fact itself, `population`, or of a cited fact, `some-fact.population`. As in CSS, a minus between names
needs spaces: `end - start` subtracts, `end-start` is one name.
"""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

import msgspec

from briefgen.formulas import quantities as arithmetic
from briefgen.formulas.quantities import Quantity, QuantityError, literal

_LONGEST, _MOST_TOKENS, _DEEPEST = 500, 120, 25
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d{1,30}(?:\.\d{1,30})?)(?![\w.])(?P<percent>\s*%)?"
    r"|(?P<name>[^\W\d]\w*(?:-\w+)*(?:\.[^\W\d]\w*(?:-\w+)*)?)"
    r"|(?P<sign>\*\*|[-+*/(),×÷−·]))"
)
_SIGNS = {"×": "*", "·": "*", "÷": "/", "−": "-"}
_FUNCTIONS = ("max", "min", "round", "sum")


class Problem(msgspec.Struct, frozen=True):
    """What is wrong with a formula and where, for its author."""

    message: str
    column: int = 0
    """From 0, in the text of the formula."""
    hint: str = ""


class Formula(msgspec.Struct, frozen=True):
    """A formula that can be evaluated."""

    text: str
    tree: ast.expr
    """Its leaves are names; `leaves` has the quantity or the number of each."""
    leaves: Mapping[str, "Leaf"]

    @property
    def names(self) -> tuple[str, ...]:
        """The quantities that it needs, each once, in the order of the text."""
        return tuple(dict.fromkeys(leaf for leaf in self.leaves.values() if isinstance(leaf, str)))


class Number(msgspec.Struct, frozen=True):
    """A number that is written in a formula."""

    digits: str
    percent: bool = False


Leaf: TypeAlias = str | Number
"""The name of a quantity, or a number."""


def parse(text: str) -> Formula | Problem:
    """The formula of a text, or what is wrong with it."""
    if len(text) > _LONGEST:
        return Problem(f"The formula is longer than {_LONGEST} characters.", hint="Split it into two.")
    pieces: list[str] = []
    columns: list[int] = []
    leaves: dict[str, Leaf] = {}
    at, depth = 0, 0
    while at < len(text.rstrip()):
        found = _TOKEN.match(text, at)
        if found is None:
            column = at + len(text[at:]) - len(text[at:].lstrip())
            return _unreadable(text, column)
        column, at = found.end() - len(found[0].lstrip()), found.end()
        if len(columns) >= _MOST_TOKENS:
            return Problem("The formula has too many parts.", column, "Split it into two.")
        piece = found["sign"] or found["name"]
        called = piece in _FUNCTIONS and text[at:].lstrip().startswith("(")
        if found["sign"]:
            depth += (piece == "(") - (piece == ")")
            if depth > _DEEPEST:
                return Problem("The parentheses are nested too deeply.", column, "Split the formula into two.")
            if piece == "," and not depth:
                hint = "Write numbers without separators and with a decimal point: `1250.5`."
                return Problem("A comma is not allowed here.", column, hint)
            piece = _SIGNS.get(piece, piece)
        elif not called:
            piece = f"_{len(leaves)}"
            leaves[piece] = found["name"] or Number(found["number"], bool(found["percent"]))
        pieces.append(piece)
        columns.append(column)
    if not pieces:
        return Problem("The formula is empty.", hint="Write one such as `0.27 * population`.")
    return _tree(text, pieces, columns, leaves)


def _tree(text: str, pieces: list[str], columns: list[int], leaves: dict[str, Leaf]) -> Formula | Problem:
    joined = " ".join(pieces)
    try:
        tree = ast.parse(joined, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        offset = (getattr(error, "offset", None) or 1) - 1
        index = min(joined[:offset].count(" "), len(columns) - 1)
        return Problem("The formula cannot be read.", columns[index], "Check its signs and parentheses.")
    formula = Formula(text, tree, leaves)
    for node in _nodes(tree):
        if message := _refused(node, formula):
            index = joined[: getattr(node, "col_offset", 0)].count(" ")
            return Problem(message, columns[min(index, len(columns) - 1)])
    return formula


_OPERATORS: Mapping[type[ast.operator], Callable[[Quantity, Quantity], Quantity]] = {
    ast.Add: arithmetic.add,
    ast.Sub: lambda left, right: arithmetic.add(left, right, -1),
    ast.Mult: arithmetic.multiply,
    ast.Div: arithmetic.divide,
}


def evaluate(formula: Formula, quantities: Mapping[str, Quantity]) -> Quantity | Problem:
    """The exact result of a formula, or why it has none."""
    for name in formula.names:
        if name not in quantities:
            return _unknown(formula, name, quantities)
    try:
        return _value(formula.tree, formula, quantities)
    except QuantityError as error:
        return Problem(str(error))


def operand(leaf: Leaf, quantities: Mapping[str, Quantity]) -> Quantity:
    """The quantity of a leaf of a formula."""
    return quantities[leaf] if isinstance(leaf, str) else literal(leaf.digits, leaf.percent)


def exponent(node: ast.expr, formula: Formula) -> int | None:
    """The whole number that a power is raised to; None where it is anything else."""
    match node:
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            below = exponent(inner, formula)
            return None if below is None else -below
        case ast.Name(id=name):
            leaf = formula.leaves.get(name)
            if isinstance(leaf, Number) and leaf.digits.isdecimal() and not leaf.percent:
                return int(leaf.digits)
    return None


def _value(node: ast.expr, formula: Formula, quantities: Mapping[str, Quantity]) -> Quantity:
    def of(inner: ast.expr) -> Quantity:
        return _value(inner, formula, quantities)

    match node:
        case ast.Name(id=name):
            return operand(formula.leaves[name], quantities)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return arithmetic.negative(of(inner))
        case ast.UnaryOp(operand=inner):
            return of(inner)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            return arithmetic.power(of(left), exponent(right, formula) or 0)
        case ast.BinOp(left=left, op=op, right=right):
            return _OPERATORS[type(op)](of(left), of(right))
        case ast.Call(func=ast.Name(id="round"), args=[inner, *places]):
            return arithmetic.rounded(of(inner), (exponent(places[0], formula) or 0) if places else 0)
        case ast.Call(func=ast.Name(id="sum"), args=[first, *rest]):
            total = of(first)
            for each in rest:
                total = arithmetic.add(total, of(each))
            return total
        case ast.Call(func=ast.Name(id=name), args=args):
            return arithmetic.extreme([of(each) for each in args], name == "max")
    raise QuantityError("The formula cannot be evaluated.")


def _nodes(tree: ast.expr) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if not isinstance(node, ast.Load | ast.operator | ast.unaryop))


def _refused(node: ast.AST, formula: Formula) -> str:
    """Why a part of a formula is not allowed; empty where it is."""
    match node:
        case ast.Name() | ast.UnaryOp(op=ast.USub() | ast.UAdd()):
            return ""
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
            return ""
        case ast.BinOp(op=ast.Pow(), right=right):
            known = exponent(right, formula)
            return "" if known is not None and abs(known) <= 6 else "A power must be a whole number from -6 to 6."
        case ast.Call(func=ast.Name(id="round"), args=args, keywords=[]):
            places = exponent(args[1], formula) if len(args) == 2 else 0
            fits = len(args) in (1, 2) and places is not None and abs(places) <= 15
            return "" if fits else "Write `round(x)`, or `round(x, 2)` with a whole number of decimal places."
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in _FUNCTIONS:
            return "" if args else f"`{name}` needs at least one quantity in its parentheses."
        case ast.Call():
            return "Only the functions max, min, round and sum can be called. Use `*` to multiply."
    return "Only numbers, names, + - * / ** and parentheses are allowed."


def _unreadable(text: str, column: int) -> Problem:
    rest = text[column : column + 20]
    if re.match(r"\d[\d.]*,\d|\d+\.\d+\.|\d[\d ]*e", rest):
        return Problem(f"“{rest}” is not a number.", column, "Write digits with a decimal point and no separators.")
    return Problem(f"“{rest[:1]}” is not allowed here.", column, "Use numbers, names, + - * / ** and parentheses.")


def _unknown(formula: Formula, name: str, quantities: Mapping[str, Quantity]) -> Problem:
    column = max(formula.text.find(name), 0)
    parts = name.split("-")
    if "." not in name and len(parts) > 1 and all(part in quantities or part.isdecimal() for part in parts):
        return Problem(f"No quantity is named “{name}”.", column, f"To subtract, write `{' - '.join(parts)}`.")
    hint = "Add it to the fact's `quantities`, or write `fact-id.name` for a quantity of a cited fact."
    return Problem(f"No quantity is named “{name}”.", column, hint)
