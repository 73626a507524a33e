"""A search in a shared store grows more slowly than the store, as it does in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.server_address import ServerAddress
from tests.invented import workspace_of
from tests.server import Server, opened

Race = Callable[..., None]
Stores = tuple[Workspace, Workspace]

# Made by the server itself: a word of their own, one that a few have, and many that all have.
_GROWN = """
INSERT INTO search (kind, value_id, folded) SELECT 'topic', 'grown-' || n,
    'the sides agreed to go on with measure ' || n || ' of kind k' || n % 100 || ' on the waters of both states'
FROM generate_series(1, {texts}) AS n
"""


@pytest.fixture(scope="module")
def stores(
    server: Server, invented_on_server: ServerAddress, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stores]:
    """Yield a store in which 2,000 texts are found, and one with 20,000."""
    addresses = [server.new_database(invented_on_server.database) for _size in range(2)]
    for address, texts in zip(addresses, (2000, 20_000), strict=True):
        server.say(_GROWN.format(texts=texts), "VACUUM ANALYZE search", database=address.database)
    small, large = (opened(address, tmp_path_factory.mktemp("opened")) for address in addresses)
    yield workspace_of(small), workspace_of(large)
    small.close()
    large.close()


def searches(workspace: Workspace, *words: str) -> Callable[[], None]:
    def run() -> None:
        with workspace.look() as work:
            for one in words:
                work.search(one, limit=20)

    return run


def test_search_grows_more_slowly_than_the_store(race: Race, stores: Stores) -> None:
    small, large = stores
    words = [f"measure {number}" for number in range(1000, 1010)]
    race(
        "search on a server, 20,000 texts against 2,000",
        limit=6,
        ours=searches(large, *words),
        floor=searches(small, *words),
    )


def test_a_letter_with_which_a_word_of_every_text_begins_is_found_as_quickly(race: Race, stores: Stores) -> None:
    small, large = stores
    race(
        "a letter that all texts have, 20,000 against 2,000",
        limit=4,
        ours=searches(large, "m"),
        floor=searches(small, "m"),
    )
