"""Libraries that only some formats need: the core installs without them."""

import importlib
from types import ModuleType

from cicareg.errors import CicaregError

_NAMES = {"docx": "python-docx", "xlsxwriter": "XlsxWriter"}  # where a library is called otherwise than its module


def needed(module: str, extra: str) -> ModuleType:
    """Give a module of an extra; where it is not installed, say how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError:
        name = _NAMES.get(module.partition(".")[0], module)
        raise CicaregError(f'this needs {name}; install it with: pip install "cicareg[{extra}]"') from None
