"""Fill a template with plain data: sandboxed, strict about what is missing, escaped as HTML."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from cicareg.annexes.markup import parse
from cicareg.annexes.tongue import OF, Tongue
from cicareg.document import About, Document, Templates
from cicareg.errors import CicaregError
from cicareg.questions.naming import gap
from cicareg.yaml_text import FaultError, decode

Data = Mapping[str, Any]


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, less the one operator that computes for minutes before any limit is noticed."""

    intercepted_binops = frozenset({"**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002  # as overridden
        raise SecurityError(f"the operator {operator} is not allowed in a template")


class Press:
    """The templates of one language, ready to be filled; each is read and compiled once, when it is first used.

    `templates` gives origin and bytes by name; of them only what is used is asked for.
    """

    def __init__(self, templates: Templates, tongue: Tongue) -> None:
        """Take the templates and their language."""
        self._templates, self._tongue = templates, tongue
        self._origins: dict[str, str] = {}
        self._environment = _environment(self._load, tongue)

    def fill(self, name: str, data: Data, about: About = About()) -> Document:  # noqa: B008  # immutable
        """Give the document that a template makes of the data.

        The data must be plain (text, numbers, lists, mappings): a template can call nothing of ours but the
        filters `joined` and `counted`.
        """
        if name not in self._templates:
            raise CicaregError(f"there is no template {name} for the language {self._tongue.lang!r}")
        origin = self._templates[name][0]
        return parse(self._text(name, origin, data), self._tongue.lang, origin, about)

    def _text(self, name: str, origin: str, data: Data) -> str:
        origins = self._origins
        try:
            return self._environment.get_template(name).render(data)
        except (CicaregError, MemoryError):
            raise
        except TemplateSyntaxError as error:
            raise CicaregError(f"{origins.get(error.name or name, origin)}:{error.lineno}: {error.message}") from None
        except RecursionError:
            raise CicaregError(f"{origin}:1: the template calls itself without end") from None
        except Exception as error:  # noqa: BLE001  # what a template does can raise anything
            where = _where(error, frozenset(origins.values())) or f"{origin}:1"
            raise CicaregError(f"{where}: {_said(error)}") from None

    def _load(self, wanted: str) -> tuple[str, str, None] | None:
        if not wanted.endswith(".html") or wanted not in self._templates:
            return None
        self._origins[wanted], raw = self._templates[wanted]
        return _text(self._origins[wanted], raw), self._origins[wanted], None


def _environment(load: Callable[[str], tuple[str, str, None] | None], tongue: Tongue) -> _Sandbox:
    """Make what templates run in, less what would give other bytes at the next run."""
    environment = _Sandbox(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=_Marked if tongue.gaps else _Missing,
        finalize=_present,
        auto_reload=False,
    )
    for name in ("lipsum", "cycler", "joiner"):
        del environment.globals[name]
    del environment.filters["random"]
    environment.filters.update(tongue.filters)
    return environment


class _Missing(StrictUndefined):
    """What the data lacks: a case form is named with the name that has none."""

    @property
    def _undefined_message(self) -> str:
        whose = self._undefined_obj.get(OF) if isinstance(self._undefined_obj, dict) else None
        return f"{whose} has no {self._undefined_name}: add it" if whose else super()._undefined_message


class _Marked(_Missing):
    """The same where gaps are allowed: a case form that is lacking is marked, what else is lacking is refused."""

    def __str__(self) -> str:  # type: ignore[override]  # what is strict never returns
        if isinstance(self._undefined_obj, dict) and OF in self._undefined_obj:
            return gap(f"{self._undefined_obj[OF]}: {self._undefined_name}")
        return super().__str__()


def _text(origin: str, raw: bytes) -> str:
    try:
        return decode(raw)
    except FaultError as error:
        raise CicaregError(f"{origin}:{error.fault.line}:{error.fault.column}: {error.fault.message}") from None


def _present(value: Any) -> Any:
    # jinja escapes a literal `none` before it asks: what comes then is the word as markup, never a text of ours
    if value is None or (isinstance(value, Markup) and value == "None"):
        raise ValueError("a value that is not on record would be printed")
    if not isinstance(value, str | int | Undefined):
        raise ValueError(f"what is printed is text or a whole number, not a {type(value).__name__}")
    return value


def _said(error: Exception) -> str:
    """Give what an error says; jinja says of a template that is not there only its name."""
    if isinstance(error, TemplateNotFound) and error.name:
        return f"there is no template {error.name}"
    return str(error) or type(error).__name__


def _where(error: BaseException, origins: frozenset[str]) -> str:
    """Give template and line in which an error arose: the last frame that is a template's."""
    where, frame = "", error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename in origins:
            where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}"
        frame = frame.tb_next
    return where
