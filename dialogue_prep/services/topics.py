"""Topics that are added after sources were taken in."""

from __future__ import annotations

from collections.abc import Callable

from dialogue_prep.domain.dialogue import Dialogue
from dialogue_prep.domain.source import Source, SourceKind
from dialogue_prep.domain.topic import Topic
from dialogue_prep.services.known_values import known_of
from dialogue_prep.services.workspace import Workspace
from dialogue_prep.store.work import Work
from dialogue_prep.system.lexicon import lexicon


class Topics:
    """Requests about topics; what is not special to them can be done as with any record."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def add(self, topic: Topic) -> Topic:
        """Add a topic, as one step."""
        with self._workspace.request("Add a topic") as work:
            return add_topic(work, topic, self._workspace.new_id)


def add_topic(work: Work, topic: Topic, new_id: Callable[[], str]) -> Topic:
    """Add a topic, and join it to what the store holds as if it had been there when the sources were taken in.

    Where joint records speak of it is kept, and commitments that nobody has placed are put under it where their words
    and their heading point to it.
    """
    # Imported here: it brings all that reads sources with it, which the pages that add topics do not need to open.
    from dialogue_prep.services.joining.builder import Builder
    from dialogue_prep.services.joining.matters import mention_matters, put_under_topics

    added, words = work.put(topic), lexicon()
    known = known_of(work, work.get(Dialogue, topic.dialogue_id))
    builder = Builder(known, new_id, next(iter(topic.title)).language, aside=())
    for record in builder.of(Source, kind=SourceKind.JOINT_RECORD, held=True):
        mention_matters(builder, record, words)
    put_under_topics(builder, words, anew=topic.id)
    for change in builder.changes():
        if change.after is not None:
            work.put(change.after, instead_of=change.before)
    return added
