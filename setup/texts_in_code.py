"""Find every text that the program says in its own code, without running it.

Most texts are marked where they stand, by `_`, `count`, `phrase` or `say`. Errors, gaps, reasons and the names of steps
come from rings that know no language: they are templates, handed to a sentence, an error or a request, often by way of
a name, a table or a function of their own. Those are followed back to where they are written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

Text = str | tuple[str, str]
"""A text in English, or its forms for one and for several."""
Told = tuple[Text, str]
"""A text, and where it stands if the same English means several things; mostly empty."""

_MARKS = {"_", "phrase", "say"}
_COUNTED = "count"
_TEMPLATES = {"UserError", "NotFound", "MachineError", "Conflict", "Sentence.of", "request", "Refused"}
_SAID_LATER = {"services": {"say"}}
"""What hands a text on in one ring alone; elsewhere it is marked where it is written."""
_TERMINAL = "cli"
_TABLES = {"MappingProxyType", "tuple", "dict"}


@dataclass
class Module:
    """A file of the program: where it lies, in which ring, what its names stand for, what it calls, and its pairs."""

    path: Path
    ring: str
    tree: ast.Module
    names: dict[str, ast.expr] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)
    calls: list[tuple[ast.FunctionDef | None, ast.Call]] = field(default_factory=list)
    pairs: list[tuple[ast.Name, ast.expr]] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """Where an expression stands: a module, and the outermost function in it."""

    module: Module
    function: ast.FunctionDef | None


@dataclass(frozen=True)
class Takes:
    """Where a function takes a template: at which place, by which name; the first place is 0."""

    place: int
    name: str = ""


class TextsInCode:
    """The texts of a package; the terminal speaks English and is left out."""

    def __init__(self, package: Path) -> None:
        """Read the package; `unseen` then names the places whose text is not to be found."""
        self._package = package
        told = (path for path in sorted(package.rglob("*.py")) if _ring(package, path) != _TERMINAL)
        self._modules = {_dotted(package, path): _module(path, _ring(package, path)) for path in told}
        self._takers: dict[str, set[Takes]] = {}
        self._at: dict[Told, set[str]] = {}
        self.unseen: set[str] = set()

    def all(self) -> dict[Told, set[str]]:
        """Return every text, with the files in which it is said."""
        called: dict[str, list[tuple[Place, ast.Call]]] = {}
        for module in self._modules.values():
            self._learn_errors(module)
            for function, call in module.calls:
                self._add_marked(module, call)
                called.setdefault(_last(_called(call)), []).append((Place(module, function), call))
        for module in self._modules.values():
            self._add_paired(module)
        known = -1
        while known != (known := sum(map(len, self._takers.values()))):
            self.unseen.clear()
            for name in {_last(one) for one in (*_TEMPLATES, *_SAID_LATER["services"], *self._takers)}:
                for place, call in called.get(name, ()):
                    self._add_handed_on(place, call)
        return self._at

    def _learn_errors(self, module: Module) -> None:
        """Note which errors of a module's own take a template, and add what they say themselves."""
        for node in module.tree.body:
            if not isinstance(node, ast.ClassDef) or node.name in _TEMPLATES:
                continue
            if not any(isinstance(base, ast.Name) and base.id in _TEMPLATES for base in node.bases):
                continue
            made = next((one for one in node.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)
            if made is None:
                self._takers[node.name] = {Takes(0)}
                continue
            for call in (one for one in ast.walk(made) if isinstance(one, ast.Call) and _called(one) == "__init__"):
                said = call.args[0]
                taken = _parameter(made, said.id) if isinstance(said, ast.Name) else None
                if taken is not None:
                    self._takers.setdefault(node.name, set()).add(taken)
                else:
                    for words in self._words(Place(module, made), said):
                        self._add(module, words)

    def _add_paired(self, module: Module) -> None:
        """Add the templates that stand beside the error that is made of them, as in a table."""
        for kind, named in module.pairs:
            said = module.names.get(named.id, named) if isinstance(named, ast.Name) else named
            if isinstance(said, ast.Constant) and (kind.id in self._takers or kind.id in _TEMPLATES):
                for words in self._words(Place(module, None), said):
                    self._add(module, words)

    def _add_marked(self, module: Module, call: ast.Call) -> None:
        words = [part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        name = _last(_called(call))
        if name in _MARKS and call.args and isinstance(call.args[0], ast.Constant) and words:
            self._add(module, words[0], "".join(words[1:]))
        elif name == _COUNTED and len(words) > 1:
            self._add(module, (words[0], words[1]))

    def _add_handed_on(self, place: Place, call: ast.Call) -> None:
        for taken in self._taken(place.module, _called(call)):
            if (value := _argument(call, taken)) is not None:
                for words in self._words(place, value):
                    self._add(place.module, words)

    def _taken(self, module: Module, called: str) -> tuple[Takes, ...]:
        """Return where a call takes templates: one of the known ones, one of the same module, one that takes a name."""
        short = _last(called)
        if {called, short} & (_TEMPLATES | _SAID_LATER.get(module.ring, set())):
            return (Takes(0),)
        return (*self._takers.get(f"{module.path}.{short}", ()), *self._takers.get(short, ()))

    def _words(self, place: Place, value: ast.expr, pick: int | None = None) -> set[str]:
        """Return what an expression can say; of pairs, `pick` says which of the two is meant."""
        match value:
            case ast.Constant(value=str(said) | int(said)):
                return {str(said)}
            case ast.Constant():
                return set()
            case ast.BinOp(op=ast.Add(), left=left, right=right):
                halves = product(self._words(place, left), self._words(place, right))
                return {begun + ended for begun, ended in halves}
            case ast.IfExp(body=one, orelse=other):
                return self._words(place, one, pick) | self._words(place, other, pick)
            case ast.Tuple(elts=several) if pick is not None:
                rows = [one.elts[pick] for one in several if isinstance(one, ast.Tuple)] or [several[pick]]
                return {words for one in rows for words in self._words(place, one)}
            case ast.BoolOp(values=several) | ast.Tuple(elts=several) | ast.Dict(values=several):
                return {words for one in several for words in self._words(place, one)}
            case ast.Subscript(value=table, slice=which):
                return self._words(place, table, _number(which))
        return self._words_elsewhere(place, value, pick)

    def _words_elsewhere(self, place: Place, value: ast.expr, pick: int | None) -> set[str]:
        """Return what an expression can say that is no words itself, or not alone."""
        match value:
            case ast.JoinedStr(values=[ast.Constant(value=str(begun)), *_]) if ": " in begun:
                return {begun.partition(": ")[0]}  # what it goes on with is nothing of ours
            case ast.JoinedStr(values=parts):
                joined = product(*(self._words(place, part) for part in parts))
                return {"".join(words) for words in joined}
            case ast.FormattedValue(value=put_in):
                return self._words(place, put_in)
            case ast.Call():
                return self._words_of_call(place, value)
            case ast.Name(id=name):
                return self._words_of_name(place, name, pick)
            case ast.Attribute():
                return self._words_of_attribute(place, value, pick)
        return self._not_seen(place, value)

    def _words_of_call(self, place: Place, call: ast.Call) -> set[str]:
        name = _last(_called(call))
        if name in _MARKS or _called(call) in _TEMPLATES:
            return set()  # found where it stands
        if name == "get" and isinstance(call.func, ast.Attribute):
            return self._words(place, call.func.value)
        if name in _TABLES and call.args:
            return self._words(place, call.args[0])
        if name in place.module.functions:
            return self._words_returned(place, name)
        return self._not_seen(place, call)

    def _words_of_attribute(self, place: Place, value: ast.Attribute, pick: int | None) -> set[str]:
        if isinstance(value.value, ast.Name) and value.value.id == "self":
            if value.attr in place.module.functions:
                return self._words_returned(place, value.attr)
            if given := list(_given(place.module.tree, f"self.{value.attr}")):
                places = [(Place(place.module, at or place.function), one) for at, one in given]
                return {words for at, one in places for words in self._words(at, one, pick)}
        # A member of an enumeration is listed elsewhere; the template of an error was found where it was raised.
        known = value.attr in ("value", "template") or value.attr.isupper()
        return set() if known else self._not_seen(place, value)

    def _words_returned(self, place: Place, name: str) -> set[str]:
        function = place.module.functions[name]
        returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
        return {words for one in returned for words in self._words(Place(place.module, function), one)}

    def _words_of_name(self, place: Place, name: str, pick: int | None = None) -> set[str]:
        module, function = place.module, place.function
        if function is not None:
            if (taken := _parameter(function, name)) is not None:
                if not function.name.startswith("__"):
                    where = function.name if taken.place < 0 else f"{module.path}.{function.name}"
                    self._takers.setdefault(where, set()).add(taken)
                usual = dict(zip([one.arg for one in function.args.kwonlyargs], function.args.kw_defaults, strict=True))
                return self._words(place, value) if (value := usual.get(name)) else set()
            if given := list(_given(function, name)):
                return {words for _at, one in given for words in self._words(place, one, pick)}
        if name in module.names:
            return self._words(Place(module, None), module.names[name], pick)
        if name in module.imported:
            origin, there = module.imported[name]
            return self._words_of_name(Place(self._modules[origin], None), there, pick)
        return self._not_seen(place, ast.Name(name, lineno=1))

    def _not_seen(self, place: Place, value: ast.expr) -> set[str]:
        self.unseen.add(f"{place.module.path.name}:{value.lineno}: {ast.unparse(value)}")
        return set()

    def _add(self, module: Module, text: Text, where: str = "") -> None:
        if text:
            self._at.setdefault((text, where), set()).add(module.path.relative_to(self._package.parent).as_posix())


def _dotted(package: Path, path: Path) -> str:
    return ".".join(path.relative_to(package.parent).with_suffix("").parts)


def _ring(package: Path, path: Path) -> str:
    return path.relative_to(package).parts[0]


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]


def _module(path: Path, ring: str) -> Module:
    module = Module(path, ring, ast.parse(path.read_bytes()))
    _look(module, module.tree, None)
    for node in module.tree.body:
        if isinstance(node, ast.Assign):
            for target in (one for one in ast.walk(node.targets[0]) if isinstance(one, ast.Name)):
                for value in _matching(node.targets[0], node.value, target.id):
                    module.names[target.id] = value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            module.names[node.target.id] = node.value
    return module


def _look(module: Module, node: ast.AST, function: ast.FunctionDef | None) -> None:
    """Note the functions, imports, calls and pairs below a node; a call is of the outermost function around it."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef():
                module.functions[child.name] = child
                _look(module, child, function or child)
                continue
            case ast.Call():
                module.calls.append((function, child))
            case ast.Tuple(elts=[ast.Name() as kind, said]):
                module.pairs.append((kind, said))
            case ast.ImportFrom(module=str(origin)):
                module.imported |= {one.asname or one.name: (origin, one.name) for one in child.names}
        _look(module, child, function)


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=ast.Name(id=owner), attr=name):
            return f"{owner}.{name}"
        case ast.Attribute(attr=name):
            return name
    return ""


def _argument(call: ast.Call, taken: Takes) -> ast.expr | None:
    for one in call.keywords:
        if taken.name and one.arg == taken.name:
            return one.value
    if 0 <= taken.place < len(call.args) and not any(isinstance(one, ast.Starred) for one in call.args[: taken.place]):
        return call.args[taken.place]
    return None


def _parameter(function: ast.FunctionDef, name: str) -> Takes | None:
    places = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    bound = places[:1] in (["self"], ["cls"])
    if name in places:
        return Takes(places.index(name) - bound, name)
    return Takes(-1, name) if any(one.arg == name for one in function.args.kwonlyargs) else None


def _given(within: ast.AST, name: str) -> Iterator[tuple[ast.FunctionDef | None, ast.expr]]:
    """Yield what is given to a name, with the function in which that happens where it is another one."""
    for child in ast.iter_child_nodes(within):
        match child:
            case ast.Assign(targets=[target], value=value):
                yield from ((None, one) for one in _matching(target, value, name))
            case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                rows = value.elts if isinstance(value, ast.Tuple) else (value,)
                yield from ((None, one) for row in rows for one in _matching(target, row, name))
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                yield from ((None, one) for one in _matching(target, value, name))
            case ast.AugAssign(target=target, value=value) | ast.NamedExpr(target=target, value=value):
                yield from ((None, one) for one in _matching(target, value, name))
        if isinstance(child, ast.FunctionDef):
            yield from ((at or child, one) for at, one in _given(child, name))
        else:
            yield from _given(child, name)


def _matching(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    """Yield of a value what an assignment gives to a name."""
    match target, value:
        case ast.Name() | ast.Attribute(), _ if ast.unparse(target) == name:
            yield value
        case ast.Tuple(elts=targets), ast.Tuple(elts=values) if len(targets) == len(values):
            for one, given in zip(targets, values, strict=True):
                yield from _matching(one, given, name)
        case ast.Tuple(), ast.IfExp(body=one, orelse=other):
            yield from _matching(target, one, name)
            yield from _matching(target, other, name)
        case ast.Tuple(elts=targets), _:
            for place, one in enumerate(targets):
                if ast.unparse(one) == name:
                    yield ast.Subscript(value, ast.Constant(place), lineno=value.lineno)


def _number(which: ast.expr) -> int | None:
    return which.value if isinstance(which, ast.Constant) and isinstance(which.value, int) else None
