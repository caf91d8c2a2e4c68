"""The editor of YAML records: it changes the lines that must change, and leaves every other byte as it is. Pure."""

from cicareg.editing.checking import lost_comments
from cicareg.editing.edits import Append, Edit, EditError, Insert, Put, Remove, intended
from cicareg.editing.making import edited
from cicareg.editing.writing import written

__all__ = ["Append", "Edit", "EditError", "Insert", "Put", "Remove", "edited", "intended", "lost_comments", "written"]
