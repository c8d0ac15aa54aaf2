"""What of Jinja a template may use. What is not named here is refused.

The reason for most refusals is one: a value must never become part of the Markdown. `~`, `%`, set blocks and filter
blocks make text out of values, and so does a macro's result where it is not printed at once.
"""

import math
from collections.abc import Mapping

from jinja2 import nodes

from briefgen.diagnostic import Diagnostic, error
from briefgen.slips import did_you_mean
from briefgen.source import SourceFile
from briefgen.template import filters, functions, places
from briefgen.template.sentence import slots

_ALLOWED = frozenset({
    "Add", "And", "Assign", "Call", "CallBlock", "Compare", "CondExpr", "Const", "Filter", "For", "FromImport",
    "Getattr", "Getitem", "If", "Import", "Include", "Keyword", "List", "Macro", "Name", "Neg", "Not", "Operand", "Or",
    "Output", "Slice", "Sub", "Template", "TemplateData", "Test", "Tuple",
})  # fmt: skip

_REFUSED = {
    "AssignBlock": ("{% set %} with a block", "Write a macro."),
    "Block": ("{% block %}", "Include a template, or write a macro."),
    "Concat": ("`~`", "Let the pieces stand side by side, or write one sentence with _()."),
    "Dict": ("a dictionary", ""),
    "Div": ("`/`", "Figures come from the scenario; a template does not work them out."),
    "Extends": ("{% extends %}", "Include a template, or write a macro."),
    "FilterBlock": ("{% filter %}", "Filter the value instead: {{ value | filter }}."),
    "FloorDiv": ("`//`", "Figures come from the scenario; a template does not work them out."),
    "Mod": ("`%`", "Write one sentence with _()."),
    "Mul": ("`*`", "Figures come from the scenario; a template does not work them out."),
    "NSRef": ("a namespace", ""),
    "Pow": ("`**`", "Figures come from the scenario; a template does not work them out."),
    "ScopedEvalContextModifier": ("{% autoescape %}", "Values cannot do harm; there is nothing to escape."),
    "With": ("{% with %}", "Write {% set %}."),
}
_HIDDEN = frozenset({"self", "super", "varargs", "kwargs", "context"})


def check(tree: nodes.Template, file: SourceFile, sources: Mapping[str, SourceFile]
          ) -> tuple[list[tuple[str, int]], list[Diagnostic]]:  # fmt: skip
    """What a template includes and imports (name, line), and what it may not do."""
    checking = _Checking(tree, file, sources)
    checking.node(tree, printed=False)
    return checking.used, checking.faults


class _Checking:
    """One file under the grammar."""

    def __init__(self, tree: nodes.Template, file: SourceFile, sources: Mapping[str, SourceFile]) -> None:
        self.file = file
        self.sources = sources
        self.used: list[tuple[str, int]] = []
        self.faults: list[Diagnostic] = []
        self._line = 1
        self.macros = {"caller"}
        self.modules: set[str] = set()
        for node in tree.find_all((nodes.Macro, nodes.FromImport, nodes.Import)):
            match node:
                case nodes.Macro(name=name):
                    self.macros.add(name)
                case nodes.FromImport(names=names):
                    self.macros.update(name[1] if isinstance(name, tuple) else name for name in names)
                case nodes.Import(target=target):
                    self.modules.add(target)

    def fault(self, code: str, message: str, line: int, word: str = "", hint: str = "") -> None:
        """Note a fault at a word of a line, or at the line."""
        span = places.of_word(self.file, line, word) if word else places.of_line(self.file, line)
        self.faults.append(error(code, message, span, hint))

    def refuse(self, what: str, line: int, word: str = "", hint: str = "") -> None:
        """Note something that is not allowed."""
        self.fault("template-not-allowed", f"A template cannot use {what}.", line, word, hint)

    def node(self, node: nodes.Node, *, printed: bool) -> None:
        """Check a node and all below it. `printed`: it stands directly in the braces, where a macro may be called."""
        kind = type(node).__name__
        self._line = node.lineno or self._line  # some nodes of Jinja's own making have none
        if kind not in _ALLOWED:
            what, hint = _REFUSED.get(kind, (f"this ({kind})", "See docs/templates.md for what it can."))
            self.refuse(what, self._line, hint=hint)
            return
        match node:
            case nodes.Const(value=float(value)) if math.isinf(value):
                self.refuse("a number as large as this", self._line)
                return
            case nodes.TemplateData() | nodes.Const():
                return
            case nodes.Call():
                self._call(node, printed=printed)
                return
            case nodes.CallBlock():
                self._call(node.call, printed=True)
                self._each(node.args, node.defaults, node.body)
                self._bound(node.args)
                return
            case nodes.Output():
                for child in node.nodes:
                    self.node(child, printed=True)
                return
            case nodes.Include() | nodes.Import() | nodes.FromImport():
                self._other_file(node)
                return
            case nodes.Name():
                self._name(node)
                return
            case nodes.Getattr(attr=attribute) if attribute.startswith("_"):
                self.refuse(f"the private name `{attribute}`", node.lineno, attribute)
            case nodes.Filter(name=name) if name not in filters.NAMES:
                self._unknown("filter", name, filters.NAMES, node.lineno)
            case nodes.Test(name=name) if name not in filters.TESTS:
                self._unknown("test", name, filters.TESTS, node.lineno)
            case nodes.For(recursive=True):
                self.refuse("a recursive loop", node.lineno)
            case nodes.For(target=target) | nodes.Assign(target=target):
                self._bound([target])
            case nodes.Macro():
                self._bound(node.args)
                self._not_taken(node.name, node.lineno)
            case nodes.Filter(dyn_args=None, dyn_kwargs=None) | nodes.Test(dyn_args=None, dyn_kwargs=None):
                pass
            case nodes.Filter() | nodes.Test():
                self.refuse("`*` in a call", node.lineno)
        self._each(node.iter_child_nodes())

    def _each(self, *groups: object) -> None:
        for group in groups:
            for child in group:  # type: ignore[attr-defined]
                self.node(child, printed=False)

    def _name(self, node: nodes.Name) -> None:
        if node.name in self.macros or node.name in self.modules:
            if node.ctx == "load":
                self.refuse(
                    f"the macro `{node.name}` other than by calling it alone in its braces", node.lineno, node.name
                )
        elif (node.name.startswith("_") and node.name != "_") or node.name in _HIDDEN:
            self.refuse(f"the name `{node.name}`", node.lineno, node.name)

    def _call(self, node: nodes.Call, *, printed: bool) -> None:
        """A function of the context anywhere; a macro, whose result is Markdown, only where it is printed at once."""
        callee = node.node
        macro = ""
        match callee:
            case nodes.Name(name=name) if name in self.macros:
                macro = name
            case nodes.Name(name=name):
                self._name(callee)
                if name in ("_", "ngettext"):
                    self._sentence(node, name)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr="cycle"):
                pass
            case nodes.Getattr(node=nodes.Name(name=name), attr=attribute) if name in self.modules:
                macro = f"{name}.{attribute}"
                if attribute.startswith("_"):
                    self.refuse(f"the private name `{attribute}`", node.lineno, attribute)
            case nodes.Getattr(attr=attribute):
                self.refuse(
                    f"the method `{attribute}`", node.lineno, attribute, "Values have fields; functions are filters."
                )
            case _:
                self.refuse("a call of something that has no name", node.lineno)
        if macro and not printed:
            self.refuse(f"the macro `{macro}` inside an expression", node.lineno, macro.rpartition(".")[2],
                        f"Call it alone in its braces: {{{{ {macro}(…) }}}}.")  # fmt: skip
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            self.refuse("`*` in a call", node.lineno)
        self._each(node.args, node.kwargs)

    def _sentence(self, node: nodes.Call, name: str) -> None:
        """A message stands in the template itself, where the catalogue's collector finds it, and has all its values."""
        wanted = 1 if name == "_" else 3
        messages = node.args[: 1 if name == "_" else 2]
        if len(node.args) != wanted or not all(
            isinstance(message, nodes.Const) and isinstance(message.value, str) for message in messages
        ):
            form = '_("Words {slot}", slot=…)' if name == "_" else 'ngettext("{n} word", "{n} words", n)'
            self.refuse(f"`{name}` like this", node.lineno, name, f"Write {form}, with the words in quotation marks.")
            return
        needed = frozenset[str]().union(
            *(slots(message.value) for message in messages if isinstance(message, nodes.Const))
        )
        given = {keyword.key for keyword in node.kwargs} | ({"n"} if name == "ngettext" else set())
        for slot in sorted(needed - given):
            self.fault("template-unknown-name", f"The sentence has a slot {{{slot}}} and no value for it.", node.lineno,
                       f"{{{slot}}}", f"Add {slot}=… behind the words.")  # fmt: skip
        for slot in sorted(given - needed - {"n"}):
            self.fault("template-unknown-name", f"The sentence has no slot {{{slot}}}.", node.lineno, slot,
                       f"Write {{{slot}}} in the words, or take the value out.")  # fmt: skip

    def _other_file(self, node: nodes.Include | nodes.Import | nodes.FromImport) -> None:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str):
            self.refuse("a template whose name is not in quotation marks", node.lineno)
        elif name not in self.sources:
            self._unknown("template", name, self.sources, node.lineno)
        elif isinstance(node, nodes.Include) and node.ignore_missing:
            self.refuse("`ignore missing`", node.lineno, "ignore")
        else:
            self.used.append((name, node.lineno))
        if isinstance(node, nodes.Import):
            self._not_taken(node.target, node.lineno)
        for imported in node.names if isinstance(node, nodes.FromImport) else ():
            self._not_taken(imported[1] if isinstance(imported, tuple) else imported, node.lineno)

    def _unknown(self, what: str, name: str, known: object, line: int) -> None:
        names = sorted(known)  # type: ignore[call-overload]
        self.fault(f"template-unknown-{what}", f"There is no {what} `{name}`.", line, name,
                   did_you_mean(name, names) or f"There are: {', '.join(names)}.")  # fmt: skip

    def _bound(self, targets: object) -> None:
        for target in targets:  # type: ignore[attr-defined]
            for name in (target, *target.find_all(nodes.Name)):
                if isinstance(name, nodes.Name):
                    self._not_taken(name.name, name.lineno)

    def _not_taken(self, name: str, line: int) -> None:
        if name in functions.NAMES or name.startswith("_") or name in _HIDDEN | {"loop", "caller"}:
            self.refuse(f"`{name}` as a name of its own", line, name)
