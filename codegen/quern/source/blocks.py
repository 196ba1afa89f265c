"""Cutting a file into the blocks that its headers start."""

from quern.source.header import HASH_HEADER, HEADER_LINE, is_header
from quern.source.lexer import Token, TokenKind, tokenize

#: What can be no header, and hide none.
_PLAIN = frozenset(
    {
        *(TokenKind.SPACE, TokenKind.IDENTIFIER, TokenKind.NUMBER, TokenKind.OPERATOR),
        *(TokenKind.PUNCTUATION, TokenKind.NAMED_PARAMETER, TokenKind.POSITIONAL_PARAMETER),
    }
)


def split_blocks(text: str) -> list[list[Token]]:
    """Cut a file at its headers; the first block is what stands before them.

    What has no end (a string, say) would swallow the rest of the file, or go on to the first quote
    of a query below; it is cut off at the next line that looks like a header, so that the queries
    after it are still read.
    """
    blocks: list[list[Token]] = [[]]
    position = 0
    while position < len(text):
        for token in tokenize(text, position):
            found = token
            position = token.end
            if token.kind in _PLAIN and token.text[0] != "#":
                blocks[-1].append(token)
                continue
            if token.kind is TokenKind.UNTERMINATED or _swallows_header(token):
                following = HEADER_LINE.search(text, token.start + 1)
                position = following.start() if following else len(text)
                found = Token(TokenKind.UNTERMINATED, text[token.start : position], token.start)
            elif token.text.startswith("#") and (match := HASH_HEADER.match(text, token.start)):
                position = match.end()
                found = Token(TokenKind.LINE_COMMENT, match.group(), token.start)
            if is_header(found) and _starts_line(text, found):
                blocks.append([])
            blocks[-1].append(found)
            if found is not token:
                break  # the lexer would go on elsewhere
    return blocks


def _swallows_header(token: Token) -> bool:
    """Tell a quote that was forgotten from a text over several lines.

    A dollar-quoted text has a proper end by all odds, and a comment may well hold whole queries.
    """
    if token.kind not in {TokenKind.STRING, TokenKind.QUOTED_IDENTIFIER}:
        return False
    return not token.text.startswith("$") and HEADER_LINE.search(token.text) is not None


def _starts_line(text: str, token: Token) -> bool:
    line_start = text.rfind("\n", 0, token.start) + 1
    return not text[line_start : token.start].strip()
