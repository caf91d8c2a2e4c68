"""Who publishes: the register with what is wanted of it, and how that is said in a language."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cicareg.errors import CicaregError

if TYPE_CHECKING:
    from cicareg.annexes.voice import Voice
    from cicareg.commands._register import Register
    from cicareg.document import Document
    from cicareg.formats.format import Format


class Wanted(NamedTuple):
    """What is to be rendered: the sort of paper, its id (for the list, the meeting; of a draft, the duty) or day."""

    what: str
    id: str | None
    day: date | None
    lang: str | None
    restricted: bool = False
    gaps: bool = False
    sides: tuple[str, str] | None = None  # of a comparison


class Publisher:
    """The register with what is wanted of it, and how it is said in a language."""

    def __init__(self, register: "Register", wanted: Wanted) -> None:
        from cicareg.commands._words import language

        register.warn()
        register.refuse_unread()
        self.register, self.wanted = register, wanted
        self.lang = language(register, wanted.lang)

    def voice(self, lang: str | None = None) -> "Voice":
        """Give a voice that has said nothing yet."""
        from cicareg.annexes.voice import Voice
        from cicareg.commands._words import templates_of, words_of
        from cicareg.questions.naming import Naming

        told = lang or self.lang
        naming = Naming(told, self.wanted.gaps)
        return Voice(self.register.registry, words_of(self.register, told), naming, templates_of(self.register, told))

    def bytes_of(self, made: "Document", form: "Format") -> bytes:
        """Give a document in a format."""
        if form.document:
            return form.document(made).encode("utf-8")
        if form.file is None:
            raise CicaregError(f"the format {form.name} carries no documents")
        return form.file(made, self.voice(made.language).templates)
