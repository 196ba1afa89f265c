"""Rules with a mistake put in: switched off, or trusting what they must not.

A test that tries the rules has to notice each of them, or it does not try that rule.
"""

import inspect
import textwrap
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any, TypeAlias

#: The name of a file and the number of a line in it.
Line: TypeAlias = tuple[str, int]


@dataclass(frozen=True)
class Mutant:
    """An edit of one function's source, or of one query of the catalogue.

    When the text that it replaces is gone the rule was rewritten, and the mutant has to be as well.

    :ivar owner: the class or module that the function, or query, is in
    :ivar attribute: its name there
    :ivar proves_less: whether it makes the rules miss proofs, and not claim what is not so
    :ivar since: the first major version of PostgreSQL that can show it
    :ivar until: the last one
    :ivar rereads: whether the catalogue has to be read again for it
    """

    name: str
    owner: type | ModuleType
    attribute: str
    old: str
    new: str
    proves_less: bool = False
    since: int = 15
    until: int = 99
    rereads: bool = False

    @property
    def is_query(self) -> bool:
        """Whether it edits what is asked of the catalogue, which has to be read again."""
        return isinstance(self._original, str)

    @property
    def lines(self) -> frozenset[Line] | None:
        """The lines that it edits; None where running them does not tell that they matter."""
        if self.is_query or hasattr(self._original, "cache_clear"):
            return None
        function = _function(self._original)
        source, first = inspect.getsourcelines(function)
        text = textwrap.dedent("".join(source))
        first += text[: text.index(self.old)].count("\n")
        edited = range(first, first + self.old.count("\n") + 1)
        filename, known = function.__code__.co_filename, _line_numbers(function.__code__)
        return frozenset((filename, number) for number in known.intersection(edited) or known)

    @contextmanager
    def applied(self) -> Generator[None]:
        """Put the mutant in place of the rule for a while.

        The function stays the object that it is, so that whoever imported it calls the mutant.

        :raises ValueError: if the text that it replaces is not there exactly once
        """
        original = self._original
        if isinstance(original, str):
            setattr(self.owner, self.attribute, self._edited(original))
            try:
                yield
            finally:
                setattr(self.owner, self.attribute, original)
            return
        function = _function(original)
        code = function.__code__
        function.__code__ = _edited_code(self)
        _forget(original)
        try:
            yield
        finally:
            function.__code__ = code
            _forget(original)

    def edited_function(self) -> CodeType:
        """Return the code of the function with the edit."""
        source = textwrap.dedent(inspect.getsource(_function(self._original)))
        made: dict[str, Any] = {}
        globals_ = _function(self._original).__globals__
        exec(compile(self._edited(source), "a mutant", "exec"), globals_, made)  # noqa: S102
        return _function(made[self.attribute]).__code__

    def _edited(self, source: str) -> str:
        if source.count(self.old) != 1:
            raise ValueError(f"{self.name}: {self.attribute} does not have {self.old!r} once")
        return source.replace(self.old, self.new)

    @property
    def _original(self) -> object:
        found: object = inspect.getattr_static(self.owner, self.attribute)
        return found


@cache
def _edited_code(mutant: Mutant) -> CodeType:
    return mutant.edited_function()


def _function(found: Any) -> FunctionType:
    """Return the function behind a method, property or decorator."""
    if isinstance(found, property):
        found = found.fget
    unwrapped = inspect.unwrap(getattr(found, "__func__", found))
    assert isinstance(unwrapped, FunctionType)
    return unwrapped


def _line_numbers(code: CodeType) -> set[int]:
    """Return the lines of a function that run, also those of functions within it."""
    found = {number for _, _, number in code.co_lines() if number}
    inner = [part for part in code.co_consts if isinstance(part, CodeType)]
    return found.union(*map(_line_numbers, inner))


def _forget(found: object) -> None:
    """Empty the cache of a function that has one."""
    forget = getattr(found, "cache_clear", None)
    if forget is not None:
        forget()
