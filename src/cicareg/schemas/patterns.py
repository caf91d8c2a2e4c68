"""Days, terms and references as patterns that every dialect of regular expressions reads alike.

No look-ahead, no classes that depend on Unicode: some editors' servers know neither.
"""

_YEAR = "(?:19(?:4[5-9]|[5-9][0-9])|2[01][0-9]{2}|2200)"
_LEAP = "(?:19(?:48|[579][26]|[68][048])|20(?:[02468][048]|[13579][26])|21(?:0[48]|[2468][048]|[13579][26]))"
_MONTH = "(?:0[1-9]|1[0-2])"
_LONG = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
_SHORT = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
_DAY = f"(?:{_YEAR}-(?:{_LONG}|{_SHORT}|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}-02-29)"
ID = "[a-z0-9]+(?:-[a-z0-9]+)*"

DAY = f"^{_DAY}$"
TERM = f"^(?:{_YEAR}-{_YEAR}|{_YEAR}-{_MONTH}/{_YEAR}-{_MONTH}|{_DAY}/{_DAY})$"
DATES = f"^(?:{_DAY}|{_DAY}/{_DAY}|{_YEAR}-{_MONTH}|{_YEAR})$"
DEMAND = rf"^{ID}/[0-9]+(?:\.[0-9]+)*/{ID}$"


def one_of(ids: tuple[str, ...]) -> str:
    """Give what one of the ids looks like."""
    return f"(?:{'|'.join(ids)})"


def meeting(organ: str) -> str:
    """Give what the id of a meeting of an organ looks like: organ, day, and a number for a further one."""
    return f"{organ}-[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:-[2-9]|-[1-9][0-9])?"


def source(source_id: str) -> str:
    """Give what a source looks like, with the place in it or without."""
    return rf"{source_id}(?: [^\n]*\S)?"
