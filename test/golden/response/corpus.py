#!/usr/bin/env python3
"""Makes corpus.json: exchanges with known truth, by hand, and their hours counted minute by minute.

    python3 corpus.py > corpus.json

Derivations:
  - AI 599, part III: queries and reports from the public are answered within 48-72 hours. At most 48.0 hours: within-48; at most 72.0:
    within-72; more: late.
  - Hours count by the office's calendar: a local day of the City (America/Los_Angeles) that is a Saturday, a Sunday, a holiday of the City or
    a closure does not count at all; every minute of every other day does, also the 23 or 25 hours of days on which clocks change.
  - The count ends with the first reply of the City in the thread or conversation, whichever of its accounts gave it.
  - What nobody answered is unanswered only when the copy in the vault was made after the 72 hours were over; before that it cannot be
    measured. Where nothing that the City writes in that place is in the vault, nothing can be measured.
  - Each case names the reply and the verdict by hand; the hours are counted here by stepping through minutes, which the code judged never does.
"""
import json
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

CITY = ZoneInfo("America/Los_Angeles")
HOLIDAYS = {"2026-05-25": "Memorial Day", "2026-07-04": "Independence Day", "2026-11-11": "Veterans Day"}
CLOSURES = {"2026-08-19": "Power outage"}
OFF = set(HOLIDAYS) | set(CLOSURES)
NOW = datetime(2026, 11, 30, 17, 0, tzinfo=timezone.utc)


def at(text):
    """A local time of the City, as an instant in ms; fold=1 with a trailing '+' (the second time that an hour comes)."""
    fold = 1 if text.endswith("+") else 0
    local = datetime.strptime(text.rstrip("+"), "%Y-%m-%d %H:%M").replace(tzinfo=CITY, fold=fold)
    return int(local.timestamp() * 1000)


def hours(start, end):
    minute, count = start, 0
    while minute < end:
        day = datetime.fromtimestamp(minute / 1000, CITY).date()
        if day.weekday() < 5 and day.isoformat() not in OFF:
            count += 1
        minute += 60_000
    return count / 60


ids = iter(range(1, 10_000))


def item(who, when, text, *, kind="comment", parent=None, conversation=None, account=1, platform="facebook", native=None, timed=True):
    number = next(ids)
    texts = None if text is None else text if isinstance(text, list) else [text]
    return {"id": number, "account": account, "platform": platform, "kind": kind, "native": native or f"n{number}",
            "at": None if when is None else at(when), "timed": timed, "author": who, "conversation": conversation, "parent": parent, "texts": texts}


CASES = []


def case(name, items, *expected):
    """expected: (place of the question, verdict, place of the reply or None, why)"""
    truth = []
    for question, verdict, reply, why in expected:
        asked, answer = items[question], None if reply is None else items[reply]
        counted = None
        if answer is not None and why is None:
            counted = hours(asked["at"], answer["at"])
            assert verdict == ("within-48" if counted <= 48 else "within-72" if counted <= 72 else "late"), (name, counted)
        truth.append({"id": asked["id"], "verdict": verdict, "reply": answer and answer["id"], "hours": counted, "why": why})
    CASES.append({"name": name, "items": items, "truth": truth})


def pair(asked, answered, **more):
    first = item("Ana Ruiz", asked, "When does the pool open?", **more)
    return [first, item("alderbay", answered, "At nine.", parent=first["native"], **more)]


# Week days only: Monday to Wednesday.
case("at once", pair("2026-06-01 09:00", "2026-06-01 09:00"), (0, "within-48", 1, None))
case("exactly 48 hours", pair("2026-06-01 09:00", "2026-06-03 09:00"), (0, "within-48", 1, None))
case("a minute over 48 hours", pair("2026-06-01 09:00", "2026-06-03 09:01"), (0, "within-72", 1, None))
case("exactly 72 hours", pair("2026-06-01 09:00", "2026-06-04 09:00"), (0, "within-72", 1, None))
case("a minute over 72 hours", pair("2026-06-01 09:00", "2026-06-04 09:01"), (0, "late", 1, None))
# Weekends.
case("over a weekend", pair("2026-06-05 16:00", "2026-06-09 10:00"), (0, "within-48", 1, None))
case("over a weekend, late", pair("2026-06-04 16:00", "2026-06-09 16:01"), (0, "late", 1, None))
case("asked and answered on a Sunday", pair("2026-06-07 10:00", "2026-06-07 21:00"), (0, "within-48", 1, None))
case("asked on a Saturday, counted from Monday", pair("2026-06-06 10:00", "2026-06-10 00:00"), (0, "within-48", 1, None))
case("asked on a Saturday, a minute more", pair("2026-06-06 10:00", "2026-06-10 00:01"), (0, "within-72", 1, None))
# Holidays and closures.
case("over Memorial Day", pair("2026-05-22 12:00", "2026-05-27 12:00"), (0, "within-48", 1, None))
case("over a holiday on a Saturday", pair("2026-07-03 12:00", "2026-07-06 12:00"), (0, "within-48", 1, None))
case("over Veterans Day", pair("2026-11-09 12:00", "2026-11-12 12:01"), (0, "within-72", 1, None))
case("over a closure", pair("2026-08-18 08:00", "2026-08-21 08:00"), (0, "within-48", 1, None))
case("over a closure, a minute over 72", pair("2026-08-18 08:00", "2026-08-24 08:01"), (0, "late", 1, None))
# Edges of the zone: days are the City's, not UTC's.
case("Friday evening is Saturday in UTC", pair("2026-06-05 20:00", "2026-06-08 01:00"), (0, "within-48", 1, None))
case("Sunday evening is Monday in UTC", pair("2026-06-07 18:00", "2026-06-10 00:00"), (0, "within-48", 1, None))
case("clocks go forward on the Sunday", pair("2026-03-06 12:00", "2026-03-10 12:00"), (0, "within-48", 1, None))
case("clocks go back on the Sunday", pair("2026-10-30 12:00", "2026-11-03 12:00"), (0, "within-48", 1, None))
case("asked in the hour that comes twice", pair("2026-11-01 01:30", "2026-11-01 01:10+"), (0, "within-48", 1, None))
# Several replies; replies of the public between; replies before.
q = item("Ana Ruiz", "2026-06-01 09:00", "Is there parking?")
case("the first of several replies counts", [q, item("Bo", "2026-06-01 10:00", "Same here", parent=q["native"]),
     item("alderbay", "2026-06-02 09:00", "Yes.", parent=q["native"]), item("alderbay", "2026-06-08 09:00", "And more.", parent=q["native"])],
     (0, "within-48", 2, None))
q = item("Ana Ruiz", "2026-06-01 09:00", "Is there parking?")
r = item("Bo", "2026-06-01 10:00", "I think so", parent=q["native"])
case("a reply to a reply", [q, r, item("alderbay", "2026-06-04 08:00", "Right.", parent=r["native"])], (0, "within-72", 2, None))
case("an answer beside the question that names who asked", [item("ana", "2026-06-01 09:00", "Is it open?", parent="post1"),
     item("alderbay", "2026-06-02 09:00", "@ana it is", parent="post1")], (0, "within-48", 1, None))
case("an answer beside the question that names somebody else", [item("ana", "2026-06-01 09:00", "Is it open?", parent="post2"),
     item("alderbay", "2026-06-02 09:00", "@bo it is", parent="post2")], (0, "unanswered", None, None))
# Other accounts of the City, by handle, number and display name.
q = item("Ana Ruiz", "2026-06-01 09:00", "Pothole on Harbor Street")
case("another account of the City answers", [q, item("alderbayworks", "2026-06-02 09:00", "On our list.", parent=q["native"], account=2)],
     (0, "within-48", 1, None))
q = item("Ana Ruiz", "2026-06-01 09:00", "Pothole on Harbor Street")
case("under the display name", [q, item("City of Alder Bay", "2026-06-02 09:00", "Noted.", parent=q["native"])], (0, "within-48", 1, None))
q = item("Ana Ruiz", "2026-06-01 09:00", "Pothole on Harbor Street")
case("somebody of that name on another platform is not the City", [q,
     item("777", "2026-06-02 09:00", "Noted.", parent=q["native"])], (0, "unanswered", None, None))
# Edits: what was asked in an earlier version was asked; an answer counts from when it was given.
q = item("Ana Ruiz", "2026-06-01 09:00", ["When is the meeting?", "Never mind"])
case("edited away", [q, item("alderbay", "2026-06-05 09:00", ["At 6", "At 7"], parent=q["native"])], (0, "late", 1, None))
# Conversations.
m = dict(kind="message", conversation="c1", platform="x")
case("messages: a run of them is one question, each further question its own", [
     item("555", "2026-06-01 09:00", "Hello, who do I ask about trees?", **m), item("555", "2026-06-01 09:05", "Are you there?", **m),
     item("777", "2026-06-02 09:00", "We are.", **m), item("777", "2026-06-02 09:01", "Parks.", **m),
     item("555", "2026-06-03 09:00", "Thanks", **m), item("555", "2026-06-03 09:10", "And where is that?", **m),
     item("777", "2026-06-09 09:10", "City Hall", **m)], (0, "within-48", 2, None), (5, "late", 6, None))
# Not asked at all, and by hand.
case("thanks are no question", [item("Ana Ruiz", "2026-06-01 09:00", "Thank you so much!")])
case("an address with a question mark is no question", [item("Ana Ruiz", "2026-06-01 09:00", "https://a.example/x?y=1")])
by_hand = item("Ana Ruiz", "2026-06-01 09:00", "The swing, again.")
case("a person says that it asks", [by_hand], (0, "unanswered", None, None))
not_asked = item("Ana Ruiz", "2026-06-01 09:00", "Who does not love it?")
case("a person says that it does not ask", [not_asked])
case("shown only on purpose: words are not read", [item("Ana Ruiz", "2026-06-01 09:00", None)])
case("the City asks nobody", [item("alderbay", "2026-06-01 09:00", "Who is coming?")])
# What cannot be measured.
case("no time of day", pair("2026-06-01 09:00", "2026-06-02 09:00", timed=False), (0, "not-measurable", 1, "no-time"))
case("no time at all", [item("Ana Ruiz", None, "Where?")], (0, "not-measurable", None, "no-time"))
case("the City's side was never captured", [item("Ana", "2026-06-01 09:00", "Where?", account=3, platform="nextdoor")],
     (0, "not-measurable", None, "city-side-missing"))
case("the copy was made before the time was up", [item("Ana", "2026-11-24 09:00", "Where?", account=2)], (0, "not-measurable", None, "capture-ends"))
case("the copy was made a minute before the time was up", [item("Ana", "2026-11-19 09:01", "Where?", account=2)],
     (0, "not-measurable", None, "capture-ends"))
case("the copy was made when the time was up", [item("Ana", "2026-11-19 09:00", "Where?", account=2)], (0, "unanswered", None, None))
case("the time is not over yet", [item("Ana", "2026-11-26 09:00", "Where?")], (0, "pending", None, None))
case("answered although the copy ends soon after", pair("2026-11-24 09:00", "2026-11-24 10:00", account=2), (0, "within-48", 1, None))

until = {"1 threads": at("2026-11-30 08:00"), "1 messages": at("2026-11-30 08:00"), "2 threads": at("2026-11-24 09:00"),
         "3 threads": at("2026-11-30 08:00")}
print(json.dumps({
    "zone": "America/Los_Angeles", "now": int(NOW.timestamp() * 1000),
    "holidays": [{"date": day, "name": name} for day, name in HOLIDAYS.items()],
    "closures": [{"date": day, "reason": name} for day, name in CLOSURES.items()],
    "names": [["facebook", "AlderBay"], ["facebook", "City of Alder Bay"], ["facebook", "AlderBayWorks"], ["x", "AlderBay"], ["x", "777"]],
    "marks": [[by_hand["id"], True], [not_asked["id"], False]],
    "capturedUntil": list(until.items()), "cityWrites": ["1 threads", "1 messages", "2 threads"],
    "cases": CASES}, indent=1, ensure_ascii=False))
