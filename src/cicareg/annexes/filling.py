"""Fill a template with plain data: sandboxed, strict about what is missing, escaped as HTML."""

from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from cicareg.annexes.markup import parse
from cicareg.document import Document
from cicareg.errors import CicaregError
from cicareg.yaml_text import FaultError, decode

Data = Mapping[str, Any]


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, less the one operator that computes for minutes before any limit is noticed."""

    intercepted_binops = frozenset({"**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002  # as overridden
        raise SecurityError(f"the operator {operator} is not allowed in a template")


def fill(templates: Mapping[str, tuple[str, bytes]], name: str, data: Data, lang: str) -> Document:
    """Give the document that a template makes of the data; `templates` gives origin and bytes by name.

    The data must be plain (text, numbers, lists, mappings): a template can call nothing of ours.
    """
    texts = {key: _text(origin, raw) for key, (origin, raw) in templates.items() if key.endswith(".html")}
    if name not in texts:
        raise CicaregError(f"there is no template {name} for the language {lang!r}")
    environment = _Sandbox(
        loader=DictLoader(texts), autoescape=True, undefined=StrictUndefined, finalize=_present, cache_size=0
    )
    origin = templates[name][0]
    try:
        text = environment.get_template(name).render(data)
    except TemplateSyntaxError as error:
        where = templates.get(error.name or name, (origin, b""))[0]
        raise CicaregError(f"{where}:{error.lineno}: {error.message}") from None
    except RecursionError:
        raise CicaregError(f"{origin}:1: the template calls itself without end") from None
    except (TemplateError, SecurityError, UndefinedError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise CicaregError(f"{origin}:{_line(error, templates)}: {error}") from None
    return parse(text, lang, origin)


def _text(origin: str, raw: bytes) -> str:
    try:
        return decode(raw)
    except FaultError as error:
        raise CicaregError(f"{origin}:{error.fault.line}:{error.fault.column}: {error.fault.message}") from None


def _present(value: Any) -> Any:
    if value is None:
        raise ValueError("a value that is not on record would be printed")
    return value


def _line(error: BaseException, templates: Mapping[str, tuple[str, bytes]]) -> int:
    """Give the line of the template in which an error arose: the last frame that is a template's."""
    line, frame = 1, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_globals.get("name") in templates or "<template>" in frame.tb_frame.f_code.co_filename:
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
