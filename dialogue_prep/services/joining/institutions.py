"""Joins the dialogue itself: its designation, its two sides, their entities, posts and people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from dialogue_prep.domain.dialogue import Cadence, Dialogue, Entity, HostRule, Side
from dialogue_prep.domain.errors import UserError
from dialogue_prep.domain.identity import DialogueId, EntityId, PersonId, PostId, SideId, SourceId
from dialogue_prep.domain.names import SAME_NAME
from dialogue_prep.domain.post import Person, Post, PostRole, Tenure
from dialogue_prep.domain.source import Alias, Source, SourceKind, Subject
from dialogue_prep.domain.text import NOTHING, Text
from dialogue_prep.reading.extract import Extract, Found, FoundCoChair
from dialogue_prep.services.joining.belonging import dialogue_name, is_called, is_side, likeness
from dialogue_prep.services.joining.builder import Builder, filled
from dialogue_prep.services.joining.portfolios import institution_of
from dialogue_prep.services.known_states import state_name, with_state


def check_sides(extract: Extract, file_name: str) -> None:
    """Refuse a source that is not between exactly two sides, or that is neither of the two kinds."""
    if extract.kind is SourceKind.OTHER:
        raise UserError(
            "“{file}” is neither terms of reference nor the joint record of a meeting, as far as one can tell; "
            "choose another file.",
            file=file_name,
        )
    if not extract.sides:
        raise UserError(
            "“{file}” does not say in known words who the two sides are; name them in the window, or choose another "
            "file.",
            file=file_name,
        )
    if len(extract.sides) != 2:
        raise UserError(
            "“{file}” names {count} sides{names}, but a dialogue has exactly two; put them right in the window, or "
            "choose another file.",
            file=file_name,
            count=len(extract.sides),
            names="".join(f" ({names})" for names in [", ".join(side.name for side in extract.sides)] if names),
        )


def join_dialogue(builder: Builder, extract: Extract, source_id: SourceId) -> Dialogue:
    """Join the dialogue. The designation of terms of reference stands above that of a communiqué.

    A name that is not like it is only another name, and no name where the source gives none.
    """
    name = dialogue_name(extract)
    said = builder.worded(name)
    present = next(iter(builder.of(Dialogue)), None)
    if present is None:
        present = Dialogue(id=DialogueId(builder.new_id()), designation=said)
    else:
        alike = likeness(extract, present, builder.of(Alias, subject_id=present.id)) >= SAME_NAME
        if alike and _first_terms(builder, extract):
            builder.also_called(Subject.DIALOGUE, present, said, present.designation.read(builder.language), source_id)
            present = replace(present, designation=said)
        elif alike or extract.dialogue:
            builder.also_called(Subject.DIALOGUE, present, present.designation, name, source_id)
    cadence, rule = extract.cadence, extract.host_rule
    return builder.put(
        replace(
            present,
            short_name=filled(present.short_name, _words(builder, extract.short_name)),
            purpose=filled(present.purpose, _words(builder, extract.purpose)),
            participation=filled(present.participation, _words(builder, extract.participation)),
            subgroups=filled(present.subgroups, _words(builder, extract.subgroups)),
            guidance=filled(present.guidance, _words(builder, extract.guidance)),
            topics_open=present.topics_open or extract.topics_open is not None,
            cadence=cadence if present.cadence is Cadence.UNSAID else present.cadence,
            host_rule=rule if present.host_rule is HostRule.UNSAID else present.host_rule,
        )
    )


def join_sides(builder: Builder, extract: Extract, dialogue: Dialogue, home: str) -> dict[str, Side]:
    """Join the two sides, by their names in the source; which of them is ours, and which hosts first, is said once."""
    sides: dict[str, Side] = {}
    is_said = any(side.home for side in builder.of(Side))
    first = () if any(side.hosts_first for side in builder.of(Side)) else extract.hosting_sides[:1]
    for position, found in enumerate(extract.sides, start=1):
        present = next((side for side in builder.of(Side) if is_side(found, side)), None)
        side = present or Side(
            id=SideId(builder.new_id()),
            dialogue_id=dialogue.id,
            position=position,
            name=state_name(found.name, builder.language),
        )
        side = replace(
            side,
            long_name=filled(side.long_name, builder.worded(found.long_name)),
            adjective=filled(side.adjective, builder.worded(found.adjective)),
            home=side.home or (not is_said and is_called(side, home)),
            hosts_first=side.hosts_first or first == (found.name,),
        )
        sides[found.name] = builder.put(with_state(side, found.name, builder.language))
    check_home(home, sides.values())
    return sides


def check_home(home: str, sides: Collection[Side]) -> None:
    """Raise UserError where a name is none of a side, and where the other side is ours; nothing where none is said."""
    ours = next((side for side in sides if side.home), None)
    if home and not any(is_called(side, home) for side in sides):
        names = tuple(side.name for side in sides)
        raise UserError("“{home}” is no side of this dialogue; its sides are {names}.", home=home, names=names)
    if home and ours is not None and not is_called(ours, home):
        raise UserError("“{home}” is not our side: the store says already that {side} is.", home=home, side=ours.name)


def join_entities(builder: Builder, extract: Extract, sides: dict[str, Side], source_id: SourceId) -> None:
    """Join the participating entities, in the order in which the source names them."""
    for found in extract.entities:
        side = sides[found.side]
        own = builder.of(Entity, side_id=side.id)
        entity = builder.named(found.name, own, lambda entity: entity.name, Subject.ENTITY)
        if entity is None:
            place = len(own) + 1
            entity = Entity(
                id=EntityId(builder.new_id()),
                side_id=side.id,
                position=place,
                precedence=place,
                name=builder.worded(found.name),
            )
        builder.put(entity)
        builder.also_called(Subject.ENTITY, entity, entity.name, found.name, source_id)
        builder.cite(source_id, Subject.ENTITY, entity, found.span)


def join_co_chairs(builder: Builder, extract: Extract, sides: dict[str, Side], source_id: SourceId) -> None:
    """Join the co-chair posts, one a side, and who held them on the day of the source."""
    for found in extract.co_chairs:
        if found.side not in sides or not (found.office or found.name):
            continue
        side = sides[found.side]
        post = _post(builder, extract, found, side, source_id)
        if found.name:
            _tenure(builder, found, side, post, extract, source_id)
    for side in sides.values():
        _place_posts(builder, side)


def _post(builder: Builder, extract: Extract, found: FoundCoChair, side: Side, source_id: SourceId) -> Post:
    """There is one co-chair post a side: another title for it is an alias, never a second post."""
    said = found.office or "Co-chair"
    post = next(iter(builder.of(Post, side_id=side.id, role=PostRole.CO_CHAIR)), None)
    if post is None:
        post = Post(id=PostId(builder.new_id()), side_id=side.id, title=builder.worded(said), role=PostRole.CO_CHAIR)
    elif found.office and _first_terms(builder, extract):
        builder.also_called(Subject.POST, post, builder.worded(said), post.title.read(builder.language), source_id)
        post = replace(post, title=builder.worded(said))
    elif found.office:
        builder.also_called(Subject.POST, post, post.title, said, source_id)
    builder.cite(source_id, Subject.POST, post, found.span)
    return builder.put(post)


def _place_posts(builder: Builder, side: Side) -> None:
    """Put the post of a co-chair that is in no entity into the one that its titles name.

    Only where the post or an entity of its side is new: who took a post out of its entity since wanted that.
    """
    entities = builder.of(Entity, side_id=side.id)
    names = builder.names(entities, lambda entity: entity.name, Subject.ENTITY)
    aside = [wording.words for text in (side.name, side.long_name, side.adjective) for wording in text]
    for post in builder.of(Post, side_id=side.id, role=PostRole.CO_CHAIR, entity_id=None):
        if not any(map(builder.is_new, (post, *entities))):
            continue
        titles = builder.names((post,), lambda one: one.title, Subject.POST)[post.id]
        of = {id_ for title in titles if (id_ := institution_of(title, names, aside))}
        if len(of) == 1:
            builder.put(replace(post, entity_id=EntityId(of.pop())))


def _tenure(
    builder: Builder, found: FoundCoChair, side: Side, post: Post, extract: Extract, source_id: SourceId
) -> None:
    """Keep who held a post as of the day of the source: the last of the days on which sources name the person."""
    name, day = found.name or "", extract.first_day
    person = builder.person(name, builder.of(Person, side_id=side.id))
    if person is None:
        person = Person(id=PersonId(builder.new_id()), side_id=side.id, name=builder.worded(name))
    builder.put(replace(person, form_of_address=filled(person.form_of_address, builder.worded(found.address))))
    held = builder.of(Tenure, post_id=post.id, person_id=person.id)
    tenure = next((one for one in held if one.until is None or day is None or day <= one.until), None)
    if tenure is None:
        tenure = Tenure(id=builder.new_id(), post_id=post.id, person_id=person.id, as_of=day)
    elif day and not tenure.confirmed and (tenure.as_of is None or tenure.as_of < day):
        tenure = replace(tenure, as_of=day)
    builder.put(tenure)
    builder.cite(source_id, Subject.TENURE, tenure, found.span)


def _words(builder: Builder, found: Found | None) -> Text:
    return builder.worded(found.words) if found else NOTHING


def _first_terms(builder: Builder, extract: Extract) -> bool:
    """Say whether these are the first terms of reference the dialogue has, so that their names stand above others."""
    return extract.kind is SourceKind.TERMS_OF_REFERENCE and not builder.of(Source, kind=extract.kind)
