"""Writes the table of what Python calls printable into src/python/printable.rs.

Run it with the Python whose answer is the reference: python3.13 tests/oracle/printable.py
"""

import re
from pathlib import Path

TARGET = Path(__file__).parents[2] / "src" / "python" / "printable.rs"


def runs():
    """The lengths of the runs of printable and not printable code points, by turns, printable first."""
    length, printable = 0, True
    for code in range(0x110000):
        if chr(code).isprintable() != printable:
            yield length
            length, printable = 0, not printable
        length += 1
    yield length


def leb128(number):
    """`number` in base 128, low digits first, the high bit set on all but the last."""
    while number > 0x7F:
        yield number & 0x7F | 0x80
        number >>= 7
    yield number


def main():
    numbers = [str(byte) for length in runs() for byte in leb128(length)]
    lines = [f"    {', '.join(numbers[start:start + 28])},\n" for start in range(0, len(numbers), 28)]
    text = TARGET.read_text(encoding="utf-8")
    table = re.compile(r"(// runs: begin\n).*?( *// runs: end)", re.DOTALL)
    TARGET.write_text(table.sub(lambda found: found[1] + "".join(lines) + found[2], text), encoding="utf-8")


if __name__ == "__main__":
    main()
