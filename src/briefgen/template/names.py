"""The check of the names in a template against the shape of its context, before anything is rendered."""

from collections.abc import Iterable, Mapping

from jinja2 import nodes

from briefgen.core.diagnostic import Diagnostic, error, in_order
from briefgen.core.suggestions import did_you_mean
from briefgen.template.environment import BOUND, ELEMENT_FILTERS, FUNCTION_NAMES, SAME_SHAPE_FILTERS
from briefgen.template.loading import of_line, of_word
from briefgen.template.model import Template
from briefgen.template.shape import Either, Function, Keyed, Many, Record, Shape, Unknown, Words, fields, printable

_LOOP: Mapping[str, Shape] = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), Words("number")),
    **dict.fromkeys(("first", "last"), Words("bool")),
    **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), Unknown()),
}

_OF = r"(?:\.\s*|[\"'])"
"""What is before the name of an attribute: a point, or a quotation mark where a filter names it."""

Scope = dict[str, Shape]


def check(template: Template, names: Mapping[str, Shape]) -> list[Diagnostic]:
    """A diagnostic for each name in a template that its context does not have."""
    return in_order(_checked(template, names).faults)


def uses(template: Template, names: Mapping[str, Shape]) -> frozenset[str]:
    """Which names of its context a template asks for."""
    return frozenset(_checked(template, names).used & names.keys())


def _checked(template: Template, names: Mapping[str, Shape]) -> "_Checking":
    known = {
        **dict.fromkeys(FUNCTION_NAMES, Function(Words("piece"))),
        **names,
        "range": Function(Many(Words("number"))),
    }
    checking = _Checking(template, known)
    checking.file(template.name, {})
    return checking


class _Checking:
    """One pass over a template and its includes, with the shape of each name in scope."""

    def __init__(self, template: Template, known: Mapping[str, Shape]) -> None:
        self.template = template
        self.known = known
        self.faults: list[Diagnostic] = []
        self.used: set[str] = set()
        self._name = template.name
        self._seen: set[tuple[str, tuple[tuple[str, Shape], ...]]] = set()

    def file(self, name: str, scope: Scope) -> None:
        """Check one file with the names of the place that includes it."""
        seen = name, tuple(sorted(scope.items(), key=lambda item: item[0]))
        if seen in self._seen:
            return
        self._seen.add(seen)
        outer, self._name = self._name, name
        self._body(self.template.trees[name].body, scope)
        self._name = outer

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        """Statements in order; the names that they set are in scope for the next ones."""
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        match node:
            case nodes.Output():
                for child in node.nodes:
                    self._printed(child, scope)
            case nodes.Assign():
                self._bind(node.target, self._shape(node.node, scope), scope)
            case nodes.If():
                self._shape(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self._body(branch, scope)
            case nodes.For():
                self._loop(node, scope)
            case nodes.Macro():
                scope[node.name] = Unknown()
                self._macro(node, scope)
            case nodes.CallBlock():
                self._shape(node.call, scope)
                self._macro(node, scope)
            case nodes.Include():
                self.file(node.template.value, dict(scope))  # type: ignore[attr-defined]  # ensured by the grammar
            case nodes.Import():
                scope[node.target] = Unknown()
                self.file(node.template.value, {})  # type: ignore[attr-defined]
            case nodes.FromImport():
                for name in node.names:
                    scope[name[1] if isinstance(name, tuple) else name] = Unknown()
                self.file(node.template.value, {})  # type: ignore[attr-defined]
            case _:
                self._body(node.iter_child_nodes(), scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        passed = node.iter.node if isinstance(node.iter, nodes.Filter) and node.iter.name == BOUND else node.iter
        element = _element(self._shape(passed or node.iter, scope))
        inner = dict(scope)
        self._bind(node.target, element, inner)
        inner["loop"] = Unknown()
        if node.test:
            self._shape(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, dict(scope))

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        for default in node.defaults:
            self._shape(default, scope)
        arguments: Scope = {argument.name: Unknown() for argument in node.args}
        self._body(node.body, {**scope, "caller": Unknown(), **arguments})

    def _bind(self, target: nodes.Node, shape: Shape, scope: Scope) -> None:
        match target:
            case nodes.Name(name=name):
                scope[name] = shape
            case nodes.Tuple(items=items):
                element = shape.element if isinstance(shape, Many) else Unknown()
                parts = element.shapes if isinstance(element, Either) and len(element.shapes) == len(items) else None
                for at, item in enumerate(items):
                    self._bind(item, parts[at] if parts else Unknown(), scope)
            case _:
                pass

    def _printed(self, node: nodes.Node, scope: Scope) -> None:
        shape = self._shape(node, scope)
        if printable(shape):
            return
        match shape:
            case Record(type=kind):
                what = _a(kind.__name__)
                hint = f"Print one of its fields: {', '.join(sorted(fields(shape))[:12])}."
            case Many() | Keyed():
                what, hint = "A list", "Go through it with {% for %}, or use | join."
            case _:
                what, hint = "This", ""
        self._fault("template-not-printable", f"{what} has no words of its own.", node.lineno, "", hint)

    def _shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """The shape of an expression; its faults are added to `faults`."""
        match node:
            case nodes.Name(name=name):
                return self._named(name, node.lineno, scope)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=attribute) if "loop" in scope:
                if attribute not in _LOOP:
                    self._missing(attribute, _LOOP, node.lineno, "A loop", _OF)
                return _LOOP.get(attribute, Unknown())
            case nodes.Getattr(node=inner, attr=attribute):
                return self._attribute(self._shape(inner, scope), attribute, node.lineno)
            case nodes.Getitem(node=inner, arg=argument):
                return self._item(self._shape(inner, scope), argument, scope)
            case nodes.Call():
                for child in (*node.args, *node.kwargs):
                    self._shape(child, scope)
                called = self._shape(node.node, scope)
                return called.result if isinstance(called, Function) else Unknown()
            case nodes.Keyword(value=value):
                return self._shape(value, scope)
            case nodes.Filter():
                return self._filtered(node, scope)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self._shape(test, scope)
                shapes = [self._shape(one, scope), *([self._shape(other, scope)] if other else [])]
                return _one_of(shapes)
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                return _one_of([self._shape(left, scope), self._shape(right, scope)])
            case nodes.Test(node=nodes.Name(name=name), name="defined") if name not in scope and name not in self.known:
                return Words("bool")
            case nodes.Const() | nodes.TemplateData():
                return Words("word")
            case _:
                for child in node.iter_child_nodes():
                    self._shape(child, scope)
                return Unknown() if isinstance(node, (nodes.List, nodes.Tuple)) else Words("word")

    def _named(self, name: str, line: int, scope: Scope) -> Shape:
        if name in scope:
            return scope[name]
        self.used.add(name)
        if name not in self.known:
            self._missing(name, {**self.known, **scope}, line, "The template", r"(?<![.\w])")
        return self.known.get(name, Unknown())

    def _attribute(self, shape: Shape, name: str, line: int) -> Shape:
        match shape:
            case Record(type=kind):
                here = fields(shape)
                if name in here:
                    return here[name]
                self._missing(name, here, line, _a(kind.__name__), _OF)
            case Either(shapes=shapes) if all(isinstance(each, Record) for each in shapes):
                kinds = [each for each in shapes if isinstance(each, Record)]
                found = [fields(each)[name] for each in kinds if name in fields(each)]
                if found:
                    return _one_of(found)
                self._missing(name, {key for each in kinds for key in fields(each)}, line, "None of these", _OF)
            case Keyed(element=element):
                return element
            case Many():
                self._missing(name, (), line, "A list", _OF, "Go through it with {% for %}, or take one: list[0].")
            case Words(name=what):
                self._missing(
                    name, (), line, f"A {what}" if what != "piece" else "This", _OF, "It is printed as it is."
                )
            case _:
                pass
        return Unknown()

    def _item(self, shape: Shape, argument: nodes.Node, scope: Scope) -> Shape:
        self._shape(argument, scope)
        match shape:
            case Many() if isinstance(argument, nodes.Slice):
                return shape
            case Many(element=element) | Keyed(element=element):
                return element
            case _:
                return Unknown()

    def _filtered(self, node: nodes.Filter, scope: Scope) -> Shape:
        shape = self._shape(node.node, scope) if node.node else Unknown()
        for child in (*node.args, *node.kwargs):
            self._shape(child, scope)
        element = _element(shape)
        attribute = self._attribute_argument(node, element)
        if node.name in SAME_SHAPE_FILTERS:
            return shape
        if node.name in ELEMENT_FILTERS:
            return element
        if node.name == "map":
            return Many(attribute)
        if node.name == "items":
            return Many(Either((Words("word"), shape.element))) if isinstance(shape, Keyed) else Unknown()
        return Words("word")

    def _attribute_argument(self, node: nodes.Filter, element: Shape) -> Shape:
        """Check the attribute that a filter names: `sort("weight")`."""
        at = {"map": 0, "sort": 0, "selectattr": 0, "rejectattr": 0, "find": 1}.get(node.name)
        if at is None:
            return Unknown()
        given = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"] or node.args[at : at + 1]
        for value in given:
            if isinstance(value, nodes.Const) and isinstance(value.value, str):
                shape = element
                for part in value.value.split("."):
                    shape = self._attribute(shape, part, value.lineno)
                return shape
        return Unknown()

    def _missing(self, name: str, known: Iterable[str], line: int, owner: str, before: str, hint: str = "") -> None:
        names = sorted(known)
        hint = hint or did_you_mean(name, names) or f"There are: {', '.join(names[:20])}."
        verb = "have" if owner == "None of these" else "has"
        self._fault("template-unknown-name", f"{owner} {verb} no `{name}`.", line, name, hint, before)

    def _fault(self, code: str, message: str, line: int, word: str, hint: str, before: str = "") -> None:
        file = self.template.files[self._name]
        span = of_word(file, line, word, before) if word else of_line(file, line)
        self.faults.append(error(code, message, span, hint))


def _a(name: str) -> str:
    return f"{'An' if name[0] in 'AEIOU' else 'A'} {name}"


def _element(shape: Shape) -> Shape:
    match shape:
        case Many(element=element):
            return element
        case Keyed():
            return Words("word")
        case Either(shapes=shapes):
            return _one_of([_element(each) for each in shapes])
        case _:
            return Unknown()


def _one_of(shapes: list[Shape]) -> Shape:
    distinct = tuple(dict.fromkeys(shapes))
    if any(isinstance(shape, Unknown) for shape in distinct):
        return Unknown()
    return distinct[0] if len(distinct) == 1 else Either(distinct)
