"""The line by which a file of a register tells an editor's server where its schema is."""

from cicareg.layout import ROOT
from cicareg.records.base import Kind

FOLDER = "schemas"  # beside registry/


def name_of(kind: Kind) -> str:
    """Give the name of the schema of a kind's files: that of the one file, else the kind's."""
    return kind.path.removesuffix(".yaml") if kind.folder is None else kind.name


def modeline(kind: Kind) -> str:
    """Give the first line of every file of a kind, without its end."""
    up = "../" * f"{ROOT}/{kind.path}".count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name_of(kind)}.json"
