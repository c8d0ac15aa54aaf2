"""Every regular expression of the program, and texts made to be slow for it."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import briefgen

_FUNCTIONS = frozenset({"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"})
_ANCHORED = frozenset({"match", "fullmatch"})
"""Methods that begin at one place and do not try every later one."""


class Expression(NamedTuple):
    """A regular expression as it is written in a module."""

    place: str
    """Module and line."""
    source: str | bytes
    flags: int
    methods: frozenset[str]
    """Names of the methods that are called on it; empty where that is not known."""

    @property
    def searched(self) -> bool:
        """Whether it may be tried at every place of a text."""
        return not self.methods or not self.methods <= _ANCHORED


def expressions() -> list[Expression]:
    """All patterns given to `re` anywhere in the program. Words that are only known when it runs become `x`."""
    modules: dict[str, tuple[ModuleType, ast.Module]] = {}
    for info in pkgutil.walk_packages(briefgen.__path__, "briefgen."):
        if not info.name.endswith("__main__"):
            module = importlib.import_module(info.name)
            modules[info.name] = module, ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    everywhere: dict[str, set[str]] = {}
    for _, tree in modules.values():
        for name, methods in _uses(tree).items():
            everywhere.setdefault(name, set()).update(methods)
    out: dict[tuple[str | bytes, int], Expression] = {}
    for name, (module, tree) in modules.items():
        here = _uses(tree)
        for found in _of_module(name, module, tree, here, everywhere):
            before = out.get((found.source, found.flags), found)
            methods = found.methods | before.methods if found.methods and before.methods else frozenset()
            out[found.source, found.flags] = before._replace(methods=methods)
    return list(out.values())


def _uses(tree: ast.Module) -> dict[str, set[str]]:
    """Name → methods that are called on it; `?` stands for a use of another kind."""
    uses: dict[str, set[str]] = {}
    called: set[ast.expr] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            uses.setdefault(node.value.id, set()).add(node.attr)
            called.add(node.value)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            uses.setdefault(node.value.attr, set()).add(node.attr)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in called:
            uses.setdefault(node.id, set()).add("?")
    return uses


def _of_module(
    name: str, module: ModuleType, tree: ast.Module, here: dict[str, set[str]], everywhere: dict[str, set[str]]
) -> Iterator[Expression]:
    names: dict[ast.expr, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            targets, values = (node.targets, [node.value] * len(node.targets))
            if isinstance(node.value, ast.Tuple) and isinstance(node.targets[0], ast.Tuple):
                targets, values = node.targets[0].elts, node.value.elts
            for target, value in zip(targets, values, strict=True):
                if isinstance(target, ast.Name):
                    names[value] = target.id
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        function, of = node.func.attr, node.func.value
        if not (isinstance(of, ast.Name) and of.id == "re" and function in _FUNCTIONS):
            continue
        methods = {function}
        if function == "compile":
            bound = names.get(node, "")
            methods = (here if bound.startswith("_") else everywhere).get(bound, {"?"})
        flags = 0
        for each in [*node.args[1:], *(keyword.value for keyword in node.keywords if keyword.arg == "flags")]:
            if "re." in ast.unparse(each):
                flags |= int(eval(ast.unparse(each), vars(module)))
        source = _value(node.args[0], module)
        if isinstance(source, re.Pattern):
            flags, source = source.flags & ~re.UNICODE, source.pattern
        place = f"{name.replace('.', '/')}.py:{node.lineno}"
        yield Expression(place, source, flags, frozenset() if "?" in methods else frozenset(methods & _FUNCTIONS))


def _value(node: ast.expr, module: ModuleType) -> Any:
    """The pattern that an expression in the source gives."""
    try:
        return eval(compile(ast.Expression(node), "pattern", "eval"), dict(vars(module)))
    except NameError:
        pass
    if isinstance(node, ast.JoinedStr):
        return "".join(str(_value(part, module)) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return _value(node.value, module)
    if isinstance(node, ast.Constant):
        return node.value
    if isinstance(node, ast.BinOp):
        return _value(node.left, module) + _value(node.right, module)
    return "x"
