"""Checks the names in a template against the types of its context, before anything is rendered."""

from collections.abc import Iterable, Mapping

import msgspec
from jinja2 import nodes

from briefgen import schema
from briefgen.core.diagnostic import Diagnostic, error, in_order
from briefgen.core.suggestions import did_you_mean
from briefgen.schema import attributes_of, former_fields_of, union_of
from briefgen.template.environment import BOUND, ELEMENT_FILTERS, FUNCTION_NAMES, SAME_SHAPE_FILTERS
from briefgen.template.loading import of_line, of_word
from briefgen.template.model import Template

_LOOP: Mapping[str, schema.SchemaType] = {
    **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), schema.NumberType(True)),
    **dict.fromkeys(("first", "last"), schema.BooleanType()),
    **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), schema.AnyType()),
}

_PRINTED_WHOLE = ("briefgen.document", "briefgen.markup")
"""A template does not look inside values of these packages."""

_BEFORE_ATTRIBUTE = r"(?:\.\s*|[\"'])"
"""What precedes the name of an attribute: a point, or a quotation mark where a filter names it."""

Scope = dict[str, schema.SchemaType]


def check(template: Template, names: Mapping[str, schema.SchemaType]) -> list[Diagnostic]:
    """Reports the names in a template that its context does not have."""
    return in_order(_checked(template, names).diagnostics)


def uses(template: Template, names: Mapping[str, schema.SchemaType]) -> frozenset[str]:
    """Which names of its context a template asks for."""
    return frozenset(_checked(template, names).used & names.keys())


def _checked(template: Template, names: Mapping[str, schema.SchemaType]) -> "_Checking":
    known = {
        **dict.fromkeys(FUNCTION_NAMES, schema.FunctionType(schema.LabelType())),
        **names,
        "range": schema.FunctionType(schema.ListType(schema.NumberType(True))),
    }
    checking = _Checking(template, known)
    checking.file(template.name, {})
    return checking


class _Checking:
    """A walk through a template and what it includes, with the type of each name."""

    def __init__(self, template: Template, known: Mapping[str, schema.SchemaType]) -> None:
        self.template = template
        self.known = known
        self.diagnostics: list[Diagnostic] = []
        self.used: set[str] = set()
        self._name = template.name
        self._seen: set[tuple[str, tuple[tuple[str, schema.SchemaType], ...]]] = set()

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
                self._bind(node.target, self._type(node.node, scope), scope)
            case nodes.If():
                self._type(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self._body(branch, scope)
            case nodes.For():
                self._loop(node, scope)
            case nodes.Macro():
                scope[node.name] = schema.AnyType()
                self._macro(node, scope)
            case nodes.CallBlock():
                self._type(node.call, scope)
                self._macro(node, scope)
            case nodes.Include():
                self.file(node.template.value, dict(scope))  # type: ignore[attr-defined]  # checked by the grammar
            case nodes.Import():
                scope[node.target] = schema.AnyType()
                self.file(node.template.value, {})  # type: ignore[attr-defined]
            case nodes.FromImport():
                for name in node.names:
                    scope[name[1] if isinstance(name, tuple) else name] = schema.AnyType()
                self.file(node.template.value, {})  # type: ignore[attr-defined]
            case _:
                self._body(node.iter_child_nodes(), scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        passed = node.iter.node if isinstance(node.iter, nodes.Filter) and node.iter.name == BOUND else node.iter
        element = _element(self._type(passed or node.iter, scope))
        inner = dict(scope)
        self._bind(node.target, element, inner)
        inner["loop"] = schema.AnyType()
        if node.test:
            self._type(node.test, inner)
        self._body(node.body, inner)
        self._body(node.else_, dict(scope))

    def _macro(self, node: nodes.Macro | nodes.CallBlock, scope: Scope) -> None:
        for default in node.defaults:
            self._type(default, scope)
        arguments: Scope = {argument.name: schema.AnyType() for argument in node.args}
        self._body(node.body, {**scope, "caller": schema.AnyType(), **arguments})

    def _bind(self, target: nodes.Node, kind: schema.SchemaType, scope: Scope) -> None:
        match target:
            case nodes.Name(name=name):
                scope[name] = kind
            case nodes.Tuple(items=items):
                element = kind.item if isinstance(kind, schema.ListType) else schema.AnyType()
                parts = element.branches if isinstance(element, schema.UnionType) else ()
                for at, item in enumerate(items):
                    self._bind(item, parts[at] if len(parts) == len(items) else schema.AnyType(), scope)
            case _:
                pass

    def _printed(self, node: nodes.Node, scope: Scope) -> None:
        kind = self._type(node, scope)
        if _is_printable(kind):
            return
        match kind:
            case schema.StructType(cls=cls):
                what = _a(cls.__name__)
                hint = f"Print one of its fields: {', '.join(sorted(attributes_of(cls))[:12])}."
            case schema.ListType() | schema.MapType():
                what, hint = "A list", "Go through it with {% for %}, or use | join."
            case _:
                what, hint = "This", ""
        self._report("template-not-printable", f"{what} has no words of its own.", node.lineno, "", hint)

    def _type(self, node: nodes.Node, scope: Scope) -> schema.SchemaType:
        """The type of an expression; its mistakes are reported."""
        match node:
            case nodes.Name(name=name):
                return self._named(name, node.lineno, scope)
            case nodes.Getattr(node=nodes.Name(name="loop"), attr=attribute) if "loop" in scope:
                if attribute not in _LOOP:
                    self._missing(attribute, _LOOP, node.lineno, "A loop", _BEFORE_ATTRIBUTE)
                return _LOOP.get(attribute, schema.AnyType())
            case nodes.Getattr(node=inner, attr=attribute):
                return self._attribute(self._type(inner, scope), attribute, node.lineno)
            case nodes.Getitem(node=inner, arg=argument):
                return self._item(self._type(inner, scope), argument, scope)
            case nodes.Call():
                for child in (*node.args, *node.kwargs):
                    self._type(child, scope)
                called = self._type(node.node, scope)
                return called.result if isinstance(called, schema.FunctionType) else schema.AnyType()
            case nodes.Keyword(value=value):
                return self._type(value, scope)
            case nodes.Filter():
                return self._filtered(node, scope)
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                self._type(test, scope)
                return _one_of([self._type(one, scope), *([self._type(other, scope)] if other else [])])
            case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
                return _one_of([self._type(left, scope), self._type(right, scope)])
            case nodes.Test(node=nodes.Name(name=name), name="defined") if name not in scope and name not in self.known:
                return schema.BooleanType()
            case nodes.Const() | nodes.TemplateData():
                return schema.TextType()
            case _:
                for child in node.iter_child_nodes():
                    self._type(child, scope)
                return schema.AnyType() if isinstance(node, (nodes.List, nodes.Tuple)) else schema.TextType()

    def _named(self, name: str, line: int, scope: Scope) -> schema.SchemaType:
        if name in scope:
            return scope[name]
        self.used.add(name)
        if name not in self.known:
            self._missing(name, {**self.known, **scope}, line, "The template", r"(?<![.\w])")
        return self.known.get(name, schema.AnyType())

    def _attribute(self, kind: schema.SchemaType, name: str, line: int) -> schema.SchemaType:
        if _is_piece(kind):
            self._missing(name, (), line, "This", _BEFORE_ATTRIBUTE, "It is printed as it is.")
            return schema.AnyType()
        match kind:
            case schema.StructType(cls=cls):
                if found := _attribute_of(cls, name):
                    return found
                self._missing(name, attributes_of(cls), line, _a(cls.__name__), _BEFORE_ATTRIBUTE)
            case schema.UnionType(branches=branches):
                structs = [each.cls for each in branches if isinstance(each, schema.StructType)]
                if len(structs) == len(branches) and not any(map(_is_piece, branches)):
                    if kinds := [found for cls in structs if (found := _attribute_of(cls, name))]:
                        return _one_of(kinds)
                    known = {key for cls in structs for key in attributes_of(cls)}
                    self._missing(name, known, line, "None of these", _BEFORE_ATTRIBUTE)
            case schema.MapType(value=value):
                return value
            case schema.ListType():
                hint = "Go through it with {% for %}, or take one: list[0]."
                self._missing(name, (), line, "A list", _BEFORE_ATTRIBUTE, hint)
            case schema.AnyType() | schema.FunctionType():
                pass
            case _:
                self._missing(name, (), line, _a(_noun(kind)), _BEFORE_ATTRIBUTE, "It is printed as it is.")
        return schema.AnyType()

    def _item(self, kind: schema.SchemaType, argument: nodes.Node, scope: Scope) -> schema.SchemaType:
        self._type(argument, scope)
        match kind:
            case schema.ListType() if isinstance(argument, nodes.Slice):
                return kind
            case schema.ListType(item=value) | schema.MapType(value=value):
                return value
            case _:
                return schema.AnyType()

    def _filtered(self, node: nodes.Filter, scope: Scope) -> schema.SchemaType:
        kind = self._type(node.node, scope) if node.node else schema.AnyType()
        for child in (*node.args, *node.kwargs):
            self._type(child, scope)
        element = _element(kind)
        attribute = self._attribute_argument(node, element)
        if node.name in SAME_SHAPE_FILTERS:
            return kind
        if node.name in ELEMENT_FILTERS:
            return element
        if node.name == "map":
            return schema.ListType(attribute)
        if node.name == "items":
            return (
                schema.ListType(schema.ListType(schema.UnionType((kind.key, kind.value))))
                if isinstance(kind, schema.MapType)
                else schema.AnyType()
            )
        return schema.TextType()

    def _attribute_argument(self, node: nodes.Filter, element: schema.SchemaType) -> schema.SchemaType:
        """Check the attribute that a filter names: `sort("weight")`."""
        at = {"map": 0, "sort": 0, "selectattr": 0, "rejectattr": 0, "find": 1}.get(node.name)
        if at is None:
            return schema.AnyType()
        given = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"] or node.args[at : at + 1]
        for value in given:
            if isinstance(value, nodes.Const) and isinstance(value.value, str):
                for part in value.value.split("."):
                    element = self._attribute(element, part, value.lineno)
                return element
        return schema.AnyType()

    def _missing(self, name: str, known: Iterable[str], line: int, owner: str, before: str, hint: str = "") -> None:
        names = sorted(known)
        hint = hint or did_you_mean(name, names) or f"There are: {', '.join(names[:20])}."
        verb = "have" if owner == "None of these" else "has"
        self._report("template-unknown-name", f"{owner} {verb} no `{name}`.", line, name, hint, before)

    def _report(self, code: str, message: str, line: int, word: str, hint: str, before: str = "") -> None:
        file = self.template.files[self._name]
        span = of_word(file, line, word, before) if word else of_line(file, line)
        self.diagnostics.append(error(code, message, span, hint))


def _attribute_of(cls: type[msgspec.Struct], name: str) -> schema.SchemaType | None:
    """The type of an attribute of a Struct, also by the key that it had in an earlier format."""
    former = former_fields_of(cls).get(name)
    return attributes_of(cls).get(name) or (former.former_type if former else None)


def _a(name: str) -> str:
    return f"{'An' if name[0] in 'AEIOU' else 'A'} {name}"


def _element(kind: schema.SchemaType) -> schema.SchemaType:
    """The type of what a loop over a value goes through."""
    match kind:
        case schema.ListType(item=item):
            return item
        case schema.MapType(key=key):
            return key
        case schema.UnionType(branches=branches) if not _is_piece(kind):
            return _one_of([_element(branch) for branch in branches])
        case _:
            return schema.AnyType()


def _one_of(kinds: list[schema.SchemaType]) -> schema.SchemaType:
    return schema.AnyType() if schema.AnyType() in kinds else union_of(kinds)


def _is_piece(kind: schema.SchemaType) -> bool:
    """Whether a value is a piece of the document, printed whole."""
    match kind:
        case schema.LabelType() | schema.ProseType():
            return True
        case schema.StructType(cls=cls) | schema.OtherType(cls=cls):
            return cls.__module__.startswith(_PRINTED_WHOLE)
        case schema.UnionType(branches=branches):
            return all(map(_is_piece, branches))
        case _:
            return False


def _is_printable(kind: schema.SchemaType) -> bool:
    match kind:
        case schema.ListType(item=item):
            return _is_piece(item)
        case schema.UnionType(branches=branches):
            return any(map(_is_printable, branches))
        case schema.StructType():
            return _is_piece(kind)
        case schema.MapType() | schema.FunctionType():
            return False
        case _:
            return True


def _noun(kind: schema.SchemaType) -> str:
    """What a template's author calls a value that has no parts."""
    match kind:
        case schema.NumberType():
            return "number"
        case schema.BooleanType():
            return "value that is true or false"
        case schema.DateType() | schema.PartialDateType():
            return "date"
        case schema.ChoiceType():
            return "word"
        case schema.OtherType(cls=cls):
            return cls.__name__
        case _:
            return "text"
