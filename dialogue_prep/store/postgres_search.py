"""Search in a shared store: the same folded words as in a file, found and ordered as its full-text index does.

What a word is, is settled before: each stands between spaces, a Chinese character is one. So words follow each other
exactly where their texts do, and no dictionary of the server has a say. An index says which texts have a word; the
order is BM25 as SQLite reckons it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, text

# The index has the first characters of a word and no text of more bytes: the server takes no longer ones. What it
# cannot tell is seen from the text itself.
_KEPT_OF_A_WORD = 100
_TOO_LONG = 1_000_000
_LOOKED_UP = 64
# Who pastes a whole text wants what says all of it; by what its first words weigh, that is well enough ordered.
_WEIGHED = 32

# Texts are added to `search` and removed, and never changed there: so the totals stay true.
_INDEX = f"""
CREATE OR REPLACE FUNCTION words_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN octet_length(folded) < {_TOO_LONG} THEN array_to_tsvector(ARRAY(
        SELECT left(word, {_KEPT_OF_A_WORD}) FROM unnest(string_to_array(folded, ' ')) AS word WHERE word <> ''
    )) END
$$;
CREATE OR REPLACE FUNCTION count_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE sign integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    UPDATE search_totals AS totals SET texts = totals.texts + sign * more.texts, size = totals.size + sign * more.size
        FROM (SELECT count(*) AS texts, coalesce(sum(size), 0) AS size FROM changed) AS more;
    RETURN NULL;
END $$;
ALTER TABLE search ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS (words_of(folded)) STORED;
ALTER TABLE search ADD COLUMN IF NOT EXISTS size integer
    GENERATED ALWAYS AS (cardinality(array_remove(string_to_array(folded, ' '), ''))) STORED;
CREATE INDEX IF NOT EXISTS search_words ON search USING gin (words) WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS search_too_long ON search (number) WHERE words IS NULL;
CREATE TABLE IF NOT EXISTS search_totals (texts bigint NOT NULL, size bigint NOT NULL);
DELETE FROM search_totals;
INSERT INTO search_totals SELECT count(*), coalesce(sum(size), 0) FROM search;
CREATE OR REPLACE TRIGGER count_added AFTER INSERT ON search REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION count_words();
CREATE OR REPLACE TRIGGER count_removed AFTER DELETE ON search REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION count_words();
"""  # noqa: S608 - our own numbers

# Between two Chinese characters of one word are two spaces.
_SPACED = "' ' || replace(folded, '  ', ' ')"
# How rare a phrase is matters beside other phrases alone, and one that half of the texts say weighs nothing: more are
# not counted. `told` is what the index can tell without the text.
_FIND = text(f"""
WITH whole AS (
    SELECT CAST(texts AS double precision) AS texts, CAST(size AS double precision) / nullif(texts, 0) AS mean
    FROM search_totals
), phrase AS MATERIALIZED (
    SELECT begun, asked, CASE WHEN cardinality(CAST(:begun AS text[])) > 1 THEN (
        CASE WHEN told THEN (
            SELECT count(*) FROM (
                SELECT FROM search WHERE words @@ query LIMIT (SELECT texts / 2 + 1 FROM whole)
            ) AS enough
        )
        ELSE (SELECT count(*) FROM search WHERE words @@ query AND {_SPACED} LIKE '%' || begun || '%') END
        + (SELECT count(*) FROM search WHERE words IS NULL AND {_SPACED} LIKE '%' || begun || '%')
    ) ELSE 0 END AS rows FROM unnest(
        CAST(:begun AS text[]), CAST(:queries AS tsquery[]), CAST(:told AS boolean[]), CAST(:asked AS integer[])
    ) AS one (begun, query, told, asked)
), weighed AS MATERIALIZED (
    SELECT begun, octet_length(begun) AS bytes,
        asked * greatest(ln((texts - rows + 0.5) / (rows + 0.5)), 0.000001) AS weight FROM whole, phrase
), found AS MATERIALIZED (
    SELECT number, kind, value_id, {_SPACED} AS spaced, CAST(size AS double precision) AS size FROM search
    WHERE (words @@ CAST(:query AS tsquery)
            AND (cardinality(CAST(:untold AS text[])) = 0 OR {_SPACED} LIKE ALL (CAST(:untold AS text[]))))
        OR (words IS NULL AND {_SPACED} LIKE ALL (CAST(:patterns AS text[])))
    ORDER BY number DESC LIMIT :ranked
)
SELECT kind, value_id FROM found, whole, LATERAL (
    SELECT sum(weight * times * 2.2 / (times + 1.2 * (0.25 + 0.75 * size / mean))) FROM (
        SELECT weight, CAST(
            (octet_length(spaced) - octet_length(replace(spaced, begun, ''))) / bytes AS double precision
        ) AS times FROM weighed OFFSET 0
    ) AS counted
) AS reckoned (score)
ORDER BY score DESC, number LIMIT :limit
""")  # noqa: S608 - our own expression


def make_index(connection: Connection) -> None:
    """Give the texts of search their index and their totals; what is there of these stays."""
    connection.exec_driver_sql(_INDEX.replace("%", "%%"))


def find_rows(connection: Connection, phrases: Sequence[str], limit: int, ranked: int) -> Sequence[Any]:
    """Return kind and identifier of what says all phrases, best first; each phrase begins where a word does.

    Where more than `ranked` texts do, those kept first are ranked.
    """
    # A phrase that is asked for twice weighs twice.
    wanted = Counter(" ".join(phrase.split()) for phrase in phrases)
    sought = list(wanted)[:_LOOKED_UP]
    told = [phrase for phrase in sought if " " not in phrase and len(phrase) <= _KEPT_OF_A_WORD]
    weighed = sought[:_WEIGHED]
    values = {
        "begun": [f" {phrase}" for phrase in weighed],
        "queries": [_query(phrase) for phrase in weighed],
        "told": [phrase in told for phrase in weighed],
        "asked": [wanted[phrase] for phrase in weighed],
        "query": " & ".join(map(_query, sought)),
        "untold": [f"% {phrase}%" for phrase in wanted if phrase not in told],
        "patterns": [f"% {phrase}%" for phrase in wanted],
        "ranked": ranked,
        "limit": limit,
    }
    return connection.execute(_FIND, values).all()


def _query(phrase: str) -> str:
    """Return what the index is asked for: each word of a phrase as it is, the last as the beginning of one."""
    *whole, begun = list(dict.fromkeys(phrase.split()))[:_LOOKED_UP]
    return " & ".join([*(f"'{word[:_KEPT_OF_A_WORD]}'" for word in whole), f"'{begun[:_KEPT_OF_A_WORD]}':*"])
