"""What the boxes about passphrases ask."""

from __future__ import annotations

from dialogue_prep.gui.boxes.passphrase_box import AGAIN, Asked, Question
from dialogue_prep.gui.words import _

PRESENT, NEW, CONFIRMED = "passphrase", "new", "confirmed"


def to_open(store: str) -> Question:
    """Return what opens a protected store."""
    return Question(
        heading=_("This store is protected"),
        about=_("{store} is opened by its passphrase.").format(store=store),
        fields=(Asked(PRESENT, _("Passphrase")),),
        do=_("Open"),
        by_code=True,
    )


def to_protect() -> Question:
    """Return what protects a store."""
    return Question(
        heading=_("Protect this store with a passphrase"),
        about=_(
            "The store and its backups are encrypted. Without the passphrase, or the recovery code that you are shown "
            "next, nobody can open them again: nobody else keeps a copy of either. Papers that were written, and "
            "copies that you made yourself, stay as they are."
        ),
        fields=(Asked(NEW, _("Passphrase: four or more words")), Asked(AGAIN, _("The same again"))),
        do=_("Protect"),
    )


def to_change() -> Question:
    """Return what changes a passphrase."""
    return Question(
        heading=_("Change the passphrase"),
        about=_("The former passphrase then opens neither the store nor its backups. The recovery code stays."),
        fields=(
            Asked(PRESENT, _("Present passphrase, or the recovery code")),
            Asked(NEW, _("New passphrase: four or more words")),
            Asked(AGAIN, _("The same again")),
        ),
        do=_("Change"),
    )


def to_renew() -> Question:
    """Return what makes another recovery code."""
    return Question(
        heading=_("Make a new recovery code"),
        about=_("The former recovery code then opens nothing any more. The passphrase stays."),
        fields=(Asked(PRESENT, _("Passphrase")),),
        do=_("Make a new code"),
    )


def to_copy(name: str) -> Question:
    """Return what has a copy confirmed that anybody can read."""
    return Question(
        heading=_("Save a copy that anybody can read"),
        about=_("The copy is not protected. To have it written, type the name of the store: {name}").format(name=name),
        fields=(Asked(CONFIRMED, _("Name of the store"), hidden=False),),
        do=_("Save the copy"),
    )
