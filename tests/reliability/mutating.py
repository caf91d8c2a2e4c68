"""The small changes that are made to code, one at a time."""

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
Change = Callable[[], None]


@dataclass(frozen=True)
class Mutant:
    """One change of one module: `tenures/one_role.py: one_role: a < b -> a <= b`, with `#2` for the second alike."""

    id: str
    path: Path
    module: str
    node: int
    which: int
    inner: bool  # within a function or a class

    def code(self) -> CodeType:
        """Give the code of the whole module with the change."""
        tree = ast.parse(self.path.read_text(encoding="utf-8"))
        _, node = list(_places(tree))[self.node]
        _changes(node)[self.which]()
        return compile(ast.fix_missing_locations(tree), str(self.path), "exec")


def mutants_of(path: Path, module: str) -> Iterator[Mutant]:
    """Yield every mutant of a module."""
    whole = ast.parse(path.read_text(encoding="utf-8"))
    seen: dict[str, int] = {}
    short = path.as_posix().partition("/rules/")[2]
    for number, (where, at) in enumerate(_places(whole)):
        for which in range(len(_changes(at))):
            changed = copy.deepcopy(at)
            _changes(changed)[which]()
            id_ = f"{short}: {where or 'module'}: {_brief(ast.unparse(at))} -> {_brief(ast.unparse(changed))}"
            seen[id_] = seen.get(id_, 0) + 1
            id_ += f" #{seen[id_]}" if seen[id_] > 1 else ""
            yield Mutant(id_, path, module, number, which, bool(where))


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else f"{line[:60]} ... {line[-25:]}"


def _places(node: ast.AST, where: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Yield every node that may be changed, with the function that it is in; no docstring and no type is."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_params") or (name == "decorator_list" and where):
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or _is_text(child) or _is_typing(child):
                continue
            inside = where
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inside = f"{where}.{child.name}".lstrip(".")
            elif isinstance(node, ast.FunctionDef) and name in ("decorator_list", "args"):
                inside = ""  # these are looked at when the module is imported
            yield inside, child
            yield from _places(child, inside)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("TypeVar", "cast")


def _changes(node: ast.AST) -> list[Change]:
    """Give what can be done to one node, each to be called on a tree of its own."""
    match node:
        case ast.Compare():
            return [lambda at=at: _compare(node, at) for at in range(len(node.ops))]  # type: ignore[misc]
        case ast.BoolOp():
            return [lambda: setattr(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())]
        case ast.BinOp() | ast.AugAssign() if type(node.op) in _SIGNS:
            return [lambda: setattr(node, "op", _SIGNS[type(node.op)]())]
        case ast.If() | ast.IfExp() | ast.While():
            return [lambda: setattr(node, "test", _not(node.test))]
        case ast.comprehension():
            return [lambda at=at: node.ifs.__setitem__(at, _not(node.ifs[at])) for at in range(len(node.ifs))]  # type: ignore[misc]
        case ast.Return() if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            return [lambda: setattr(node, "value", ast.Constant(None))]
        case ast.Constant():
            return _constant(node)
    return []


def _compare(node: ast.Compare, at: int) -> None:
    node.ops[at] = _COMPARED[type(node.ops[at])]()


def _not(test: ast.expr) -> ast.expr:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    return ast.UnaryOp(ast.Not(), test)


def _constant(node: ast.Constant) -> list[Change]:
    match node.value:
        case bool():
            return [lambda: setattr(node, "value", not node.value)]
        case int():
            return [lambda: setattr(node, "value", node.value + 1)]
        case str():
            return [lambda: setattr(node, "value", f"{node.value}~")]
    return []
