"""Make text safe to show: what a terminal would obey, or the eye would miss, becomes visible."""

import re

# Everything of the Unicode classes Cc (but the line feed) and Cs, whatever is by default not drawn
# (zero-width and bidirectional marks, variation selectors, fillers, the byte order mark), line
# separators and non-characters.
_NO_CHARACTERS = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    f"\U0001d173-\U0001d17a\U000e0000-\U000e0fff{_NO_CHARACTERS}]"
)


def visible(text: str) -> str:
    r"""Replace each character that is not plainly printable by its escape, such as \x1b."""
    return UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def visible_line(text: str) -> str:
    r"""Do the same for a text that must stay on one line: a line feed becomes \n."""
    return visible(text).replace("\n", "\\n")
