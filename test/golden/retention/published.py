#!/usr/bin/env python3
"""Makes published.csv: every code of the schedules that cities publish (law.md 3.5) x what its legend may say of it x the days around each boundary.

    python3 published.py > published.csv

The columns are those of eligibility.csv, and so are the derivations; here they are gone through for every code:
  - CU, AU, CL, SU, T and the others mean what the schedule's own legend says: the same code is tried as the end of the calendar year, the end of
    the fiscal year (30 June), an event with its day, an event without one, the day of the record, no fixed end, and missing from the legend.
  - A number without a unit is years, and days are days. A code alone is over with its year or its event; where it would run from the day of the
    record nobody has said for how long, and nothing is guessed.
  - No row is eligible before the second anniversary of the record's own local day (Gov. Code 34090(d)).
"""
import csv
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from eligibility import FIELDS, KINDS, LA, around, plus_months, row, start

# Where it was seen, the code as published, and the years after its start; None where it says none. law.md 3.5, numbers 1 to 4, 6, 9.
PUBLISHED = [
    ("Saratoga", "CU+2", 2), ("Saratoga", "SU+2", 2), ("Saratoga", "SU+5", 5), ("Saratoga", "AU+4", 4), ("Saratoga", "AU+5", 5),
    ("Saratoga", "AU + 5", 5), ("Saratoga", "AU+7", 7), ("Saratoga", "CL+2", 2), ("Saratoga", "CL+5*", 5), ("Saratoga", "CL+10", 10),
    ("Saratoga", "T+4*", 4), ("guidelines", "AC+2", 2), ("guidelines", "AD+5", 5), ("guidelines", "E+4", 4), ("guidelines", "L", None),
    ("guidelines", "S", None), ("guidelines", "DOB+1", 1), ("guidelines", "T", None), ("guidelines", "CU", None), ("guidelines", "CL", None),
    ("guidelines", "AU", None), ("Texas", "AC", None), ("Texas", "AV", None), ("Texas", "FE+3", 3), ("Texas", "CE+2", 2), ("Texas", "LA", None),
    ("Texas", "MO", None), ("Texas", "PM", None), ("Texas", "US", None), ("North Dakota", "AAC", None), ("North Dakota", "ACFY", None),
    ("Redwood City 1995", "A", None), ("Redwood City 1995", "R", None),
]
# What a legend wants done at the end, where it is not destruction: Redwood City 1995 removes to Archives and reviews.
WANTED = {"A": ("archive", "transfer-to-archives"), "R": ("review", "review-required")}
# A period without a code needs no legend.
PLAIN = [("San Francisco", "2 Years", 24, 0), ("San Francisco", "5 Years", 60, 0), ("Redwood City", "10 years", 120, 0), ("issue", "100 days", 0, 100),
         ("issue", "18 months", 18, 0)]
# What never has a day, whatever the legend says.
ENDLESS = [("San Luis Obispo", "P", "permanent"), ("San Francisco", "Permanent", "permanent"), ("importer", "PERM", "permanent"),
           ("Redwood City", "Indefinite", "indefinite"), ("importer", "IND", "indefinite"), ("Redwood City", "", "indefinite"),
           ("San Francisco", "Life of material", "code-unmapped"), ("San Francisco", "N/A", "code-unmapped"),
           ("San Francisco", "1 - Permanent", "code-unmapped"), ("San Francisco", "2 - Current", "code-unmapped"),
           ("San Francisco", "3 - Storage", "code-unmapped"), ("San Francisco", "4 - No Retention Required", "code-unmapped"),
           ("Carson", "for the year of the meeting plus two", "code-unmapped")]
# Moments in UTC with the local day in Los Angeles, by hand.
MOMENTS = [("2024-03-05T20:00:00.000Z", date(2024, 3, 5), "plain"), ("2025-01-01T07:59:59.999Z", date(2024, 12, 31), "last millisecond of the year"),
           ("2025-01-01T08:00:00.000Z", date(2025, 1, 1), "first of the year"), ("2024-02-29T18:00:00.000Z", date(2024, 2, 29), "leap day"),
           ("2024-07-01T06:59:59.999Z", date(2024, 6, 30), "last millisecond of the fiscal year")]
EVENTS = [date(2025, 2, 10), date(2024, 2, 29)]
FAR = date(2090, 1, 1)


def kind_at(at, place):
    """The kind at a moment: there are more moments than kinds, so that each code has each kind under each trigger, before, on and after its day."""
    return KINDS[(at + place) % len(KINDS)]


def dated(out, case, kind, series, created, day, on, why, then="eligible", **more):
    floor = plus_months(day, 24)
    due = max(on, floor)
    for as_of in around(due):
        outcome = then if as_of >= due else "under-two-years" if floor > on else "not-yet"
        row(out, case, kind, LA, series, created, as_of, outcome, due, f"{why}, two years {floor}", **more)


def coded(out):
    for at, (city, text, years) in enumerate(PUBLISHED):
        wanted, then = WANTED.get(text, ("destroy", "eligible"))
        for place, (created, day, what) in enumerate(MOMENTS):
            case = f"{city} {text}: {what}"
            kind = kind_at(at, place)
            for basis, begins in [("calendar-year-end", "calendar"), ("fiscal-year-end", "fiscal"), ("creation", "day")]:
                if years is None and basis == "creation":
                    row(out, case, kind, LA, f"{text}@{basis}@{wanted}", created, FAR, "code-unmapped", None, "nobody says how long")
                    continue
                on = plus_months(start(begins, day, (6, 30)), 12 * (years or 0))
                dated(out, case, kind, f"{text}@{basis}@{wanted}", created, day, on, f"{basis}: {on}", then)
            for event in EVENTS:
                on = plus_months(event, 12 * (years or 0))
                dated(out, case, kind, f"{text}@event@{wanted}", created, day, on, f"event {event}: {on}", then, event=event.isoformat())
            for basis, outcome in [("event", "awaiting-trigger"), ("none", "indefinite"), ("-", "code-unmapped")]:
                row(out, case, kind, LA, f"{text}@{basis}@{wanted}", created, FAR, outcome, None, f"{basis}: never has a day")


def plain(out):
    for at, (city, text, months, days) in enumerate(PLAIN):
        for place, (created, day, what) in enumerate(MOMENTS):
            on = plus_months(day, months) + timedelta(days=days)
            dated(out, f"{city} {text}: {what}", kind_at(at, place), f"{text}@-@destroy", created, day, on, f"from the day: {on}")


def endless(out):
    for at, (city, text, outcome) in enumerate(ENDLESS):
        for place, (created, _, what) in enumerate(MOMENTS):
            row(out, f"{city} {text or 'blank'}: {what}", kind_at(at, place), LA, f"{text}@-@destroy", created, FAR, outcome, None, "never has a day")


def main():
    for created, day, _ in MOMENTS:
        assert datetime.fromisoformat(created).astimezone(ZoneInfo(LA)).date() == day
    # law.md section 3.5, word for word: a post of 5 March 2024 under CU+2.
    assert plus_months(start("calendar", date(2024, 3, 5), None), 24) == date(2027, 1, 1)
    out = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
    out.writeheader()
    for part in (coded, plain, endless):
        part(out)


main()
