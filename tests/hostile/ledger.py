"""What became of each case of the list of hostile inputs: the file of the test that bears its id, or a reason."""

_READING = "hostile/test_reading.py"
_EDITING = "editing/test_cases.py"
_FILES = "storage/test_worktree.py"
_RECORD, _REFUSED, _STOPPED = (f"storage/recording/test_{name}.py" for name in ("record", "refused", "stopped"))
_DISK = "storage/recording/test_disk.py"
_SYNC, _SHARING = "sharing/test_sync.py", "sharing/test_refusing.py"
_COMMANDS, _HOOK = "commands/test_commands.py", "commands/test_server_hook.py"
_FILLING, _FORMATS, _LOADING = "annexes/test_filling.py", "formats/test_formats.py", "test_loading.py"
_DOOR, _CLONES = "hostile/test_writing.py", "reliability/test_clones.py"

TESTED: dict[str, str] = {
    **dict.fromkeys(("Y01", "Y02", "Y03", "Y07", "Y08", "Y09", "Y10", "Y11", "Y12", "Y15", "Y18", "Y20"), _READING),
    **dict.fromkeys(("Y21", "Y26", "Y27", "Y29", "Y31", "Y32", "Y34", "Y36", "Y37", "Y40", "Y42", "Y43"), _READING),
    **dict.fromkeys(("Y45", "Y46", "Y47", "Y52", "U02", "U04", "U05", "U08", "M03", "M06", "M07"), _READING),
    **dict.fromkeys(("T-D01", "T-D03", "T-D04", "T-D09", "T-D10"), _READING),
    **dict.fromkeys(("Y48", "Y49"), _EDITING),
    "Y17": "editing/test_scalars.py", "Y50": "editing/test_properties.py",
    **dict.fromkeys(("F01", "F04", "F05", "F06", "F07", "F08", "F14"), _FILES),
    **dict.fromkeys(("F16", "F18", "F19", "F20"), _DISK),
    **dict.fromkeys(("F10", "F12", "F13"), _LOADING),
    "F02": _REFUSED, "F03": "storage/test_output.py", "F09": _RECORD, "F11": _DOOR, "F25": _DOOR,
    **dict.fromkeys(("G01", "G20", "G31", "G33", "G37", "G39", "G43", "G45", "G47"), _RECORD),
    **dict.fromkeys(("G06", "G07", "G11", "G14", "G16", "G17", "G19", "G21", "G25", "G41"), _REFUSED),
    **dict.fromkeys(("G26", "G29", "G30"), _CLONES),
    "G24": _STOPPED, "G35": _SHARING, "G42": "storage/recording/test_clean.py",
    **dict.fromkeys(("G46", "G52", "K10"), _HOOK),
    **dict.fromkeys(("G23", "G49", "G50"), _DOOR),
    **dict.fromkeys(("K03", "K06", "K07", "K12", "K13"), _SYNC),
    "K04": "storage/test_attributes.py", "K11": "reliability/test_officers.py", "K14": "reliability/test_officers.py",
    "K15": "reliability/test_races.py",
    **dict.fromkeys(("X06", "X07", "X09", "X10"), _STOPPED),
    "X01": "reliability/test_reliability.py", "X02": "reliability/test_reliability.py",
    **dict.fromkeys(("E02", "R09", "R11", "R13", "R14", "R15"), _COMMANDS),
    "E01": _DOOR, "R06": _DOOR, "R07": _DOOR, "R12": "reliability/test_surroundings.py",
    **dict.fromkeys(("R01", "R02", "R08", "T09"), _FORMATS),
    **dict.fromkeys(("T03", "T06", "T08", "T13"), _FILLING),
    "T12": "storage/test_templates.py",
}  # fmt: skip

_WORD = "nothing is read from Word yet"
_MARKDOWN = "Markdown is written, never read: no HTML is made of it"
NOT_TESTED: dict[str, str] = {
    **dict.fromkeys(("D02", "D03", "D04", "D05", "D07", "D10", "D12", "D13"), _WORD),
    **dict.fromkeys(("T10", "T11", "T16"), _MARKDOWN),
    "G03": "another way to write: here a commit is made in a working tree of its own, see G01 and G14",
    "Y54": "no object is ever dumped: an edit is text, whole and read again before a file is touched",
}
