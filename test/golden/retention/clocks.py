#!/usr/bin/env python3
"""Makes clocks.csv: for every day of 2026 the clocks of a request received on it, worked out from law.md sections 1.2, 2.1 and 4.

    python3 clocks.py > clocks.csv

Derivations:
  - CCP 12: the first day is excluded, the last included. 12a: a last day on a Saturday, a Sunday or a judicial holiday (CCP 135)
    moves to the next day that is none; 12b adds the days on which the City's office is closed. Days in between add nothing.
  - statutory: that union. careful: moves only over what nobody can dispute: weekends, days on both lists, and City closures
    without a doubt (the benefits guide marks 9 September and 11 November "if applicable"; 11 November is on both lists).
  - Extension: 10 + 14 = 24 days from receipt; the careful date is never moved, because no notice may name a later day.
  - Immediate disclosure (OMC 2.20.230): 3 business days on the City's list, the day of the request not counted; 7 days from the
    request; 14 days from the written determination, taken as given on its last day; outer limit 21 days after the request.
  - 2027 is not loaded: a date that would lie in it, or have to pass through it, is refused ("refused").
The worked examples of law.md section 4 are asserted below.
"""
import csv
import sys
from datetime import date, timedelta

DAY = timedelta(days=1)
JUDICIAL = {date(2026, m, d) for m, d in [(1, 1), (1, 19), (2, 12), (2, 16), (3, 31), (5, 25), (6, 19), (7, 3), (9, 7), (9, 25),
                                         (11, 11), (11, 26), (11, 27), (12, 25)]}
CITY = {date(2026, m, d) for m, d in [(1, 1), (1, 19), (2, 16), (3, 31), (5, 25), (6, 19), (7, 4), (9, 7), (9, 9), (11, 11),
                                     (11, 26), (11, 27), (12, 25)]}
DOUBTED = {date(2026, 9, 9), date(2026, 11, 11)}
CERTAIN = (JUDICIAL & CITY) | (CITY - DOUBTED)
FIELDS = ["received", "cpra_raw", "cpra_careful", "cpra_statutory", "extension_careful", "extension_statutory", "idr_3_careful",
          "idr_3_statutory", "idr_7_careful", "idr_7_statutory", "idr_14_careful", "idr_14_statutory"]


class Unloaded(Exception):
    pass


def move(day, off):
    while True:
        if day.year != 2026:
            raise Unloaded
        if day.weekday() < 5 and day not in off:
            return day
        day += DAY


def business(day, count, off):
    for _ in range(count):
        day = move(day + DAY, off)
    return day


def clocks(received):
    """Each pair is refused as a whole: without the statutory date there is no careful one either."""
    union = JUDICIAL | CITY
    ten, seven = received + 10 * DAY, received + 7 * DAY
    parts = [
        lambda: (ten, move(ten, CERTAIN), move(ten, union)),
        lambda: (received + 24 * DAY, move(received + 24 * DAY, union)),
        lambda: (business(received, 3, CITY - DOUBTED), business(received, 3, CITY)),
        lambda: (move(seven, CERTAIN), move(seven, union)),
        lambda: (received + 21 * DAY, move(move(seven, union) + 14 * DAY, union)),
    ]
    cells = []
    for part, width in zip(parts, (3, 2, 2, 2, 2)):
        try:
            cells += [day.isoformat() for day in part()]
        except Unloaded:
            cells += ["refused"] * width
    return cells


# law.md section 4: received -> raw, statutory, +24 moved, 3 business days, day 7, day 7 + 14; and City practice where it differs.
EXAMPLES = {
    "2026-09-15": ("09-25", "09-28", "10-09", "09-18", "09-22", "10-06", "09-25"),
    "2026-10-01": ("10-11", "10-12", "10-26", "10-06", "10-08", "10-22", "10-12"),
    "2026-10-05": ("10-15", "10-15", "10-29", "10-08", "10-12", "10-26", "10-15"),
    "2026-11-16": ("11-26", "11-30", "12-10", "11-19", "11-23", "12-07", "11-30"),
    "2026-11-25": ("12-05", "12-07", "12-21", "12-02", "12-02", "12-16", "12-07"),
    "2026-06-23": ("07-03", "07-06", "07-17", "06-26", "06-30", "07-14", "07-03"),
    "2026-08-26": ("09-05", "09-08", "09-21", "08-31", "09-02", "09-16", "09-08"),
}


def main():
    for received, expected in EXAMPLES.items():
        got = dict(zip(FIELDS[1:], clocks(date.fromisoformat(received))))
        names = ["cpra_raw", "cpra_statutory", "extension_statutory", "idr_3_statutory", "idr_7_statutory", "idr_14_statutory", "cpra_careful"]
        assert [got[name][5:] for name in names] == list(expected), (received, got)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(FIELDS)
    day = date(2026, 1, 1)
    while day.year == 2026:
        out.writerow([day.isoformat(), *clocks(day)])
        day += DAY


main()
