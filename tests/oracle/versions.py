"""What other versions of Python say differently from the reference, CPython 3.13: the only ones allowed.

`as_reference` is handed what the oracle gave for a text on the Python that runs. Where the two versions are known to
word something differently, it puts it in the reference's words; where this Python cannot know what the reference
says, it tells so. Both are named, so that a runner can count them. On the reference itself nothing is ever excused.

What differs:

- `trailing comma`, up to 3.12: `Expecting property name enclosed in double quotes` or `Expecting value`, at the bracket
  after the comma; 3.13: `Illegal trailing comma before end of object` or `… of array`, at the comma.
- `unhashable`, from 3.14: `cannot use 'list' as a dict key (unhashable type: 'list')`; 3.13: `unhashable type: 'list'`.
- `printable`: repr() escapes what is not in Python's Unicode, which is 14 in 3.11, 15 in 3.12, 15.1 in 3.13, 16 in 3.14.
- `nesting`: 3.13 reads 9,998 arrays and objects open at once; 3.12 some 1,500; 3.14 as many as the stack holds.

In 3.11 the limit on nesting can be set, so `match_nesting_limit` makes it the reference's; only repr() of what is
nested to within a few levels of it can still fail there.
"""

import functools
import json
import re
import sys

REFERENCE = (3, 13)
HERE = sys.version_info[:2]

# Arrays and objects that the reference reads open at once, on Linux.
NESTING_LIMIT = 9998
# Few enough for every Python, so that nothing needs measuring.
READ_BY_ALL = 500

# The characters that the reference's repr() shows and this Python's escapes, or the other way round, in hexadecimal.
NOT_YET_IN_UNICODE_15_0 = "2ffc-2fff 31ef 2ebf0-2ee5d"
NOT_YET_IN_UNICODE_14 = (
    "cf3 ece 10efd-10eff 1123f-11241 11b00-11b09 11f00-11f10 11f12-11f3a 11f3e-11f59 1342f 13440-13455 1b132 1b155 "
    "1d2c0-1d2d3 1df25-1df2a 1e030-1e06d 1e08f 1e4d0-1e4f9 1f6dc 1f774-1f776 1f77b-1f77f 1f7d9 1fa75-1fa77 1fa87-1fa88 "
    "1faad-1faaf 1fabb-1fabd 1fabf 1face-1facf 1fada-1fadb 1fae8 1faf7-1faf8 2b739 31350-323af "
) + NOT_YET_IN_UNICODE_15_0
NEW_IN_UNICODE_16 = (
    "897 1b4e-1b4f 1b7f 1c89-1c8a 2427-2429 31e4-31e5 a7cb-a7cd a7da-a7dc 105c0-105f3 10d40-10d65 10d69-10d85 "
    "10d8e-10d8f 10ec2-10ec4 10efc 11380-11389 1138b 1138e 11390-113b5 113b7-113c0 113c2 113c5 113c7-113ca "
    "113cc-113d5 113d7-113d8 113e1-113e2 116d0-116e3 11bc0-11be1 11bf0-11bf9 11f5a 13460-143fa 16100-16139 "
    "16d40-16d79 18cff 1cc00-1ccf9 1cd00-1ceb3 1e5d0-1e5fa 1e5ff 1f8b2-1f8bb 1f8c0-1f8c1 1fa89 1fa8f 1fabe 1fac6 "
    "1fadc 1fadf 1fae9 1fbcb-1fbef"
)


def as_reference(text, reply):
    """The reference's reply to `text`, judging by this Python's.

    Returns the reply, the name of the difference that was put in the reference's words, and the name of the
    difference that keeps this Python from knowing the reference's reply; a name is None where there is no such
    difference.
    """
    if HERE == REFERENCE:
        return reply, None, None
    if _differs_in_nesting(text, reply):
        return reply, None, "nesting"
    if _differs_in_printable(reply["logs"]):
        return reply, None, "printable"
    if "error" in reply:
        for name, reword in (("trailing comma", _trailing_comma), ("unhashable", _unhashable)):
            error = reword(text, *reply["error"])
            if error:
                return {**reply, "error": error}, name, None
    return reply, None, None


# Trailing comma ------------------------------------------------------------------------------------------------------

EXPECTED_AT_BRACKET = {
    "Expecting property name enclosed in double quotes": ("}", "Illegal trailing comma before end of object"),
    "Expecting value": ("]", "Illegal trailing comma before end of array"),
}


def _trailing_comma(text, type_name, message):
    found = re.fullmatch(r"(.*): line \d+ column \d+ \(char (\d+)\)", message)
    if HERE > REFERENCE or type_name != "JSONDecodeError" or found is None or found[1] not in EXPECTED_AT_BRACKET:
        return None
    bracket, wording = EXPECTED_AT_BRACKET[found[1]]
    position = int(found[2])
    before = text[:position].rstrip(" \t\n\r")
    if text[position:position + 1] != bracket or not before.endswith(","):
        return None
    return [type_name, str(json.JSONDecodeError(wording, text, len(before) - 1))]


# Unhashable ----------------------------------------------------------------------------------------------------------

def _unhashable(_text, type_name, message):
    found = re.fullmatch(r"cannot use '\w+' as a dict key \((unhashable type: '\w+')\)", message)
    if HERE < REFERENCE or type_name != "TypeError" or found is None:
        return None
    return [type_name, found[1]]


# Printable -----------------------------------------------------------------------------------------------------------

def _printed_differently():
    """A pattern that finds, in a log line, the characters whose repr() is another one here than in the reference."""
    if HERE == REFERENCE:
        return None
    ranges = {(3, 11): NOT_YET_IN_UNICODE_14, (3, 12): NOT_YET_IN_UNICODE_15_0}.get(HERE, NEW_IN_UNICODE_16)
    shown = "".join("-".join(f"\\U{int(end, 16):08x}" for end in part.split("-")) for part in ranges.split())
    return re.compile(f"[{shown}]")


PRINTED_DIFFERENTLY = _printed_differently()
ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|U00[01][0-9a-f]{5})")


def _differs_in_printable(logs):
    for _, message in logs:
        if "\\" in message:
            message += "".join(chr(int(code[1:], 16)) for code in ESCAPED.findall(message))
        if not message.isascii() and PRINTED_DIFFERENTLY.search(message):
            return True
    return False


# Nesting -------------------------------------------------------------------------------------------------------------

def match_nesting_limit():
    """Let whoever calls this read as many arrays and objects open at once as the reference does, where that can be set.

    Before 3.12 one limit counts Python's calls and the C functions' together, so it depends on who calls.
    """
    if HERE >= (3, 12):
        return
    frame, depth = sys._getframe(), 0
    while frame:
        frame, depth = frame.f_back, depth + 1
    limit = depth + NESTING_LIMIT + 3
    if sys.getrecursionlimit() != limit:
        sys.setrecursionlimit(limit)


@functools.cache
def nesting_limit_here():
    """How many arrays this Python reads open at once, as far as the reference goes and one more."""
    if HERE < (3, 12):
        return NESTING_LIMIT
    reads, fails = 1, NESTING_LIMIT + 2
    while fails - reads > 1:
        depth = (reads + fails) // 2
        try:
            json.loads("[" * depth + "]" * depth)
            reads = depth
        except RecursionError:
            fails = depth
    return reads


def _differs_in_nesting(text, reply):
    type_name, message = reply.get("error", (None, ""))
    if type_name == "RecursionError" and "while decoding" not in message:
        return True  # The reference writes whatever it could read; with one limit for all calls there is less room.
    if text.count("[") + text.count("{") <= READ_BY_ALL:
        return False
    deepest = _nesting(text)
    if deepest <= READ_BY_ALL or nesting_limit_here() == NESTING_LIMIT:
        return False
    return deepest > min(nesting_limit_here(), NESTING_LIMIT)


def _nesting(text):
    """The most brackets that are open at once in `text`, outside strings."""
    deepest = depth = 0
    for bracket in re.findall(r"[][{}]", re.sub(r'"(?:[^"\\]|\\.)*"?', "", text, flags=re.DOTALL)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
