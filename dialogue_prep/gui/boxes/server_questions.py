"""What the boxes about stores on a server ask."""

from __future__ import annotations

from dialogue_prep.gui.boxes.passphrase_box import Asked, Question
from dialogue_prep.gui.words import _, together
from dialogue_prep.store.server_address import ServerAddress

SERVER, DATABASE, USER, PASSWORD, CONFIRMED = "server", "database", "user", "password", "confirmed"


def to_open_on_server(known: ServerAddress | None) -> Question:
    """Return what names a store on a server; what is known of it stands in its fields."""
    return Question(
        heading=_("Open a store on a server"),
        about=_(
            "Whoever keeps the server tells you these. The password is never kept: where none is typed, the one in "
            "your password file counts."
        ),
        fields=_fields(known),
        do=_("Open"),
    )


def to_move(store: str, *, protected: bool) -> Question:
    """Return where a store in a file is taken to; of a protected one its name is asked for as a confirmation."""
    told = [
        _("All of it goes along: records, history, papers, drafts. The database has to be there, and empty."),
        _("The file stays where it is; everybody works on the server from then on."),
    ]
    confirming: tuple[Asked, ...] = ()
    if protected:
        told.append(_("There it is not protected by the passphrase."))
        asked = _("To confirm, type the name of the store: {name}").format(name=store)
        confirming = (Asked(CONFIRMED, asked, hidden=False),)
    return Question(
        heading=_("Move the store onto a server"),
        about=together(told),
        fields=(*_fields(None), *confirming),
        do=_("Move it there"),
    )


def _fields(known: ServerAddress | None) -> tuple[Asked, ...]:
    server, database, user = (known.server, known.database, known.user) if known else ("", "", "")
    return (
        Asked(SERVER, _("Server"), hidden=False, given=server),
        Asked(DATABASE, _("Database"), hidden=False, given=database),
        Asked(USER, _("User name on the server"), hidden=False, given=user),
        Asked(PASSWORD, _("Password")),
    )
