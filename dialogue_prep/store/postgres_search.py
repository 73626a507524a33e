"""Search in a shared store: the same folded words as in a file, found as its full-text index finds them.

What a word is, is settled before: each stands between spaces, a Chinese character is one. So words follow each other
exactly where their texts do, and no dictionary of the server has a say. An index says which texts have a word.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, Integer, TextualSelect, column, text

# The index has the first characters of a word and no text of more bytes: the server takes no longer ones. What it
# cannot tell is seen from the text itself.
_KEPT_OF_A_WORD = 100
_TOO_LONG = 1_000_000
_LOOKED_UP = 64

_INDEX = f"""
CREATE OR REPLACE FUNCTION words_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN octet_length(folded) < {_TOO_LONG} THEN array_to_tsvector(ARRAY(
        SELECT left(word, {_KEPT_OF_A_WORD}) FROM unnest(string_to_array(folded, ' ')) AS word WHERE word <> ''
    )) END
$$;
ALTER TABLE search ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS (words_of(folded)) STORED;
CREATE INDEX IF NOT EXISTS search_words ON search USING gin (words) WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS search_too_long ON search (number) WHERE words IS NULL;
DROP TABLE IF EXISTS search_totals;
DROP FUNCTION IF EXISTS count_words CASCADE;
ALTER TABLE search DROP COLUMN IF EXISTS size;
"""  # noqa: S608 - our own numbers

# Between two Chinese characters of one word are two spaces.
_SPACED = "' ' || replace(folded, '  ', ' ')"
_FIND = text(f"""
SELECT number FROM search WHERE (
        words @@ CAST(:query AS tsquery)
        AND (cardinality(CAST(:untold AS text[])) = 0 OR {_SPACED} LIKE ALL (CAST(:untold AS text[])))
    ) OR (words IS NULL AND {_SPACED} LIKE ALL (CAST(:patterns AS text[])))
    ORDER BY number DESC LIMIT :ranked
""").columns(column("number", Integer))  # noqa: S608 - our own expression


def make_index(connection: Connection) -> None:
    """Give the texts of search their index, and take away what an earlier one counted; what is there already stays."""
    connection.exec_driver_sql(_INDEX.replace("%", "%%"))


def numbers_on_server(phrases: Sequence[str], ranked: int) -> TextualSelect:
    """Return what asks for the numbers of texts that say all phrases, each from where a word begins.

    Of more than `ranked` those that were changed last.
    """
    sought = phrases[:_LOOKED_UP]
    told = {phrase for phrase in sought if " " not in phrase and len(phrase) <= _KEPT_OF_A_WORD}
    return _FIND.bindparams(
        query=" & ".join(map(_query, sought)),
        untold=[f"% {phrase}%" for phrase in phrases if phrase not in told],
        patterns=[f"% {phrase}%" for phrase in phrases],
        ranked=ranked,
    )


def _query(phrase: str) -> str:
    """Return what the index is asked for: each word of a phrase as it is, the last as the beginning of one."""
    *whole, begun = list(dict.fromkeys(phrase.split()))[:_LOOKED_UP]
    return " & ".join([*(f"'{word[:_KEPT_OF_A_WORD]}'" for word in whole), f"'{begun[:_KEPT_OF_A_WORD]}':*"])
