"""`dialogue-prep plan`: plan the next round by the host rule, or change what is planned."""

from __future__ import annotations

import argparse

from dialogue_prep.cli.answers import round_answer
from dialogue_prep.cli.arguments import day
from dialogue_prep.cli.terminal import DONE, Terminal
from dialogue_prep.domain.round import RoundForm, TurnUse
from dialogue_prep.services.dialogues import Dialogues
from dialogue_prep.services.rounds import Plan, Rounds

EXAMPLE = "dialogue-prep plan --date 2018-05-14 --until 2018-05-15 --city Beijing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what the user knows of the round."""
    parser.add_argument("--date", type=day, metavar="D", help="the first day (YYYY-MM-DD)")
    parser.add_argument("--until", type=day, metavar="D", help="the last day, if there are several")
    parser.add_argument("--city", default="", metavar="C", help="where it takes place")
    parser.add_argument("--host", default="", metavar="SIDE", help="who hosts, if not the side whose turn it is")
    parser.add_argument("--year", type=int, metavar="Y", help="the year, while there are no days")
    parser.add_argument("--zone", default="", metavar="Z", help="the time zone, such as Asia/Shanghai")
    parser.add_argument("--form", type=RoundForm, choices=list(RoundForm), metavar="F", help=_one_of(RoundForm))
    parser.add_argument("--turn", type=TurnUse, choices=list(TurnUse), metavar="T", help=_one_of(TurnUse))
    parser.add_argument("--reason", default="", metavar="WORDS", help="why the turn is broken")
    parser.add_argument("--reference", default="", metavar="WORDS", help="where that was agreed")


def run(terminal: Terminal, arguments: argparse.Namespace) -> int:
    """Plan and show the round."""
    plan = Plan(
        start=arguments.date,
        end=arguments.until,
        city=arguments.city,
        host=arguments.host,
        reason=arguments.reason,
        year=arguments.year,
        form=arguments.form,
        turn=arguments.turn,
        reference=arguments.reference,
        time_zone=arguments.zone,
        language=terminal.language,
    )
    with terminal.writing() as workspace:
        rounds = Rounds(workspace)
        dossier = rounds.dossier(rounds.plan(Dialogues(workspace).one(terminal.dialogue).id, plan).id)
    answer = round_answer(dossier)
    days = " to ".join(dict.fromkeys(str(answer[name]) for name in ("start", "end") if answer[name]))
    when = days or f"dates open in {answer['year']}"
    line = f"Round {answer['ordinal']}: {answer['host']} hosts, {answer['place'] or 'place open'}, {when}."
    terminal.answer(answer, [line])
    return DONE


def _one_of(kind: type[RoundForm | TurnUse]) -> str:
    return "one of: " + ", ".join(f"“{member}”" for member in kind)
