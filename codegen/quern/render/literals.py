"""Texts as literals and docstrings of Python."""

import json
import re
import textwrap
from collections.abc import Sequence

WIDTH = 100

#: A call, what may stand before it, and a comma behind it.
_CALL = re.compile(r"((?:[^(]*[ .])?\w+)\((.+)\)(,?)")
#: Quotes that would end a literal between triple quotes.
_CLOSING = re.compile(r'"""|"\Z')


def string(text: str) -> str:
    """Return a text as a string literal, quoted as ``ruff format`` does it.

    That is between double quotes, unless single ones save backslashes.
    """
    literal = json.dumps(text, ensure_ascii=False)
    if text.count('"') <= text.count("'"):
        return literal
    return "'" + literal[1:-1].replace('\\"', '"').replace("'", "\\'") + "'"


def block_string(text: str) -> str:
    """Return a text as a literal between triple quotes, byte for byte and greppable.

    Python reads a carriage return in a source file as a newline, so it is written as an escape.
    """
    escaped = _escaped(text).replace("\r", "\\r")
    return f'"""{escaped}"""'


def _escaped(text: str) -> str:
    """Write backslashes and closing quotes as escapes, for a literal between triple quotes."""
    doubled = text.replace("\\", "\\\\")
    return _CLOSING.sub(lambda match: '\\"' * len(match[0]), doubled)


def docstring(paragraphs: Sequence[str], indent: int) -> str:
    """Return a docstring, without the indent of its first line.

    :param paragraphs: texts that an empty line parts; empty ones are left out
    :param indent: the number of spaces before each line
    """
    body = "\n\n".join(paragraph.strip() for paragraph in paragraphs if paragraph.strip())
    lines = [line.rstrip() for line in _escaped(body).replace("\r", "").split("\n")]
    if lines[0].startswith('"'):
        lines[0] = f" {lines[0]}"
    if len(lines) == 1 and indent + len(lines[0]) + 6 > WIDTH:
        lines = textwrap.wrap(lines[0], WIDTH - indent - 3, break_long_words=False)
    if len(lines) == 1:
        return f'"""{lines[0]}"""'
    space = " " * indent
    rest = [f"{space}{line}" if line else "" for line in lines[1:]]
    return "\n".join([f'"""{lines[0]}', *rest, f'{space}"""'])


def entry(name: str, text: str, indent: int) -> str:
    """Return a line of a docstring's list, wrapped: ``:param email: the address as typed``."""
    return textwrap.fill(
        f":{name}: {' '.join(text.split())}" if text else f":{name}:",
        width=WIDTH - indent,
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def conditional(line: str, indent: int) -> str:
    """Return a line with ``x if y else z`` on it, over three lines where it is too long.

    A call that is too long even so has its arguments on lines of their own.
    """
    if indent + len(line) <= WIDTH:
        return line
    space = "\n" + " " * indent
    if " if " in line:
        line = line.replace(" if ", f"{space}if ", 1).replace(" else ", f"{space}else ", 1)
    return space.join(_with_broken_call(part, indent) for part in line.split(space))


def _with_broken_call(line: str, indent: int) -> str:
    """Return a line with the arguments of its call on lines of their own, if it is too long."""
    found = _CALL.fullmatch(line)
    if indent + len(line) <= WIDTH or found is None:
        return line
    head, inside, tail = found.groups()
    arguments = [conditional(f"{word},", indent + 4)[:-1] for word in _arguments(inside)]
    body = "".join(f"{' ' * indent}    {argument},\n" for argument in arguments)
    return f"{head}(\n{body}{' ' * indent}){tail}"


def _arguments(text: str) -> list[str]:
    """Return the arguments of a call, between whose brackets a text stands."""
    words = [""]
    depth = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        if char == "," and not depth:
            words.append("")
        else:
            words[-1] += char
    return [word.strip() for word in words]


def call(head: str, arguments: Sequence[str], tail: str, indent: int) -> str:
    """Return ``head(arguments)tail`` on one line, or one argument a line where it is too long.

    That is how ``ruff format`` lays it out, given the comma after the last argument.
    """
    line = f"{head}({', '.join(arguments)}){tail}"
    if indent + len(line) <= WIDTH and "\n" not in line:
        return line
    space = " " * indent
    body = "".join(f"{space}    {argument},\n" for argument in arguments)
    return f"{head}(\n{body}{space}){tail}"


def name_set(names: Sequence[str], start: int, indent: int) -> str:
    """Return a ``frozenset`` of texts, laid out as ``ruff format`` does it.

    :param start: the width of what stands before it on its line, and of the comma after it
    :param indent: the number of spaces before that line
    """
    words = [string(name) for name in names]
    line = f"{{{', '.join(words)}}}"
    if start + len(line) + len("frozenset()") <= WIDTH:
        return f"frozenset({line})"
    space = " " * (indent + 4)
    if len(space) + len(line) > WIDTH:
        line = "{\n" + "".join(f"{space}    {word},\n" for word in words) + f"{space}}}"
    return f"frozenset(\n{space}{line}\n{' ' * indent})"


def tuple_of(words: Sequence[str], indent: int, after: int) -> str:
    """Return a tuple of expressions, one a line where it is too long.

    :param indent: the column where it starts
    :param after: the width of what stands after it on its line
    """
    line = f"({', '.join(words)}{',' if len(words) == 1 else ''})"
    if indent + len(line) + after <= WIDTH:
        return line
    # Each on a line of its own, it may have to be laid out further.
    return call("", [conditional(f"{word},", indent + 4)[:-1] for word in words], "", indent)
