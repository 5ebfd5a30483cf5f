#!/usr/bin/env python3
"""Makes eligibility.csv: rule x boundary x kind, worked out from law.md sections 3.1 and 3.5, in another language than the code it judges.

    python3 eligibility.py > eligibility.csv

Derivations (also the last column of each row, in short):
  - Days are local days in the City's zone: 2025-01-01T07:30Z is 2024-12-31 23:30 in Los Angeles, so a record of 2024.
  - CU+n: the year (calendar or fiscal) that holds the day ends; then n years. Eligible on the first day after them:
    5 March 2024, CU+2 -> 2024 ends, 2025 and 2026 are kept -> 1 January 2027.
  - A plain period runs from the day itself; the anniversary is the first day on which the period is over.
  - A day that the target month lacks becomes the first of the next month: 29 Feb 2024 + 2 years -> 1 March 2026.
  - Gov. Code 34090(d): never before the second anniversary of the age day, which is the latest of created, edited and
    (thread only) last comment. Where this floor is later than the schedule, the reason is under-two-years.
  - Event codes have no day before their event. P, Indefinite, blank and codes outside the legend never have one.
  - Several series: for ever > no fixed end > unknown code > not answered for > waiting for an event > the latest day.
  - A series that nobody answered for (34090(a)-(e)) is not computable; one that was said to hold a protected kind keeps all in it.
  - A clock time without a zone counts at the latest moment that it can mean: twelve hours behind UTC, so 12 hours later.
  - Order of refusals: hold, kinds of 34090(a)(b)(c)(e), no series, the series' own, unknown age, the day, archive/review.
"""
import csv
import sys
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

LA = "America/Los_Angeles"
NY = "America/New_York"
KINDS = ["post", "comment", "message", "profile"]
FIELDS = ["case", "kind", "zone", "fiscal_year_end", "series", "created", "precision", "edited", "commented", "event",
          "holds", "exclusion", "zoned", "undated", "edit_unread", "answers", "as_of", "outcome", "on", "otherwise", "derivation"]

# name -> (text of the schedule, basis in the legend or "-", disposition, months, kind of start)
RULES = {
    "cu2": ("CU+2", "calendar-year-end", "destroy", 24, "calendar"),
    "cu5-spaced": ("CU + 5", "calendar-year-end", "destroy", 60, "calendar"),
    "cu0": ("CU", "calendar-year-end", "destroy", 0, "calendar"),
    "fy2": ("FY+2", "fiscal-year-end", "destroy", 24, "fiscal"),
    "two-years": ("2 Years", "-", "destroy", 24, "day"),
    "six-months": ("6 months", "-", "destroy", 6, "day"),
    "eighteen-months-decimal": ("1.5 years", "-", "destroy", 18, "day"),
    "five-noted": ("5*", "-", "destroy", 60, "day"),
    "review": ("CU+3", "calendar-year-end", "review", 36, "calendar"),
    "archive": ("CU+3", "calendar-year-end", "archive", 36, "calendar"),
}
NEVER = {
    "permanent": ("P", "-", "destroy", "permanent"),
    "permanent-word": ("Permanent", "-", "destroy", "permanent"),
    "indefinite": ("Indefinite", "-", "destroy", "indefinite"),
    "blank": ("", "-", "destroy", "indefinite"),
    "unmapped": ("ZZ+2", "-", "destroy", "code-unmapped"),
    "words": ("Life of material", "-", "destroy", "code-unmapped"),
    "basis-none": ("DB+1", "none", "destroy", "indefinite"),
    "closed": ("CL+2", "event", "destroy", "awaiting-trigger"),
    "terminated-noted": ("T+4*", "event", "destroy", "awaiting-trigger"),
}
# Moments in UTC, with the local day that they are in the zone, written down by hand.
MOMENTS = [
    ("2024-03-05T20:00:00.000Z", LA, date(2024, 3, 5), "plain"),
    ("2025-01-01T07:30:00.000Z", LA, date(2024, 12, 31), "23:30 PST on New Year's Eve"),
    ("2025-01-01T07:59:59.999Z", LA, date(2024, 12, 31), "last millisecond of the year"),
    ("2025-01-01T08:00:00.000Z", LA, date(2025, 1, 1), "first millisecond of the year"),
    ("2025-01-01T04:30:00.000Z", NY, date(2024, 12, 31), "23:30 EST"),
    ("2024-02-29T18:00:00.000Z", LA, date(2024, 2, 29), "leap day"),
    ("2024-07-01T06:59:00.000Z", LA, date(2024, 6, 30), "23:59 PDT on the fiscal year's last day"),
    ("2024-07-01T07:00:00.000Z", LA, date(2024, 7, 1), "first minute of the fiscal year"),
    ("2024-03-10T10:30:00.000Z", LA, date(2024, 3, 10), "the hour that the clocks skip"),
    ("2022-08-31T19:00:00.000Z", LA, date(2022, 8, 31), "end of a long month"),
]


def plus_months(day, months):
    first = day.year * 12 + day.month - 1 + months
    try:
        return date(first // 12, first % 12 + 1, day.day)
    except ValueError:
        first += 1
        return date(first // 12, first % 12 + 1, 1)


def start(kind, day, fiscal):
    if kind == "day":
        return day
    month, last = (12, 31) if kind == "calendar" else fiscal
    end = date(day.year, month, last)
    if end < day:
        end = date(day.year + 1, month, last)
    return end + timedelta(days=1)


def row(out, case, kind, zone, series, created, as_of, outcome, on, why, **more):
    fields = {"case": case, "kind": kind, "zone": zone, "fiscal_year_end": "06-30", "precision": "second", "edited": "",
              "commented": "", "event": "", "holds": "", "exclusion": "", "zoned": "yes", "undated": "", "edit_unread": "", "answers": "none held", "otherwise": "", **more}
    fields.update(series=series, created=created, as_of=as_of, outcome=outcome, on=on or "", derivation=why)
    out.writerow(fields)


def spec(rule):
    text, basis, disposition = rule[:3]
    return f"{text}@{basis}@{disposition}"


def judged(rule, on, floor, as_of):
    if as_of < max(on, floor):
        return "under-two-years" if floor > on else "not-yet"
    return {"destroy": "eligible", "review": "review-required", "archive": "transfer-to-archives"}[rule[2]]


def around(day):
    return [day - timedelta(days=1), day, day + timedelta(days=1)]


def dated(out):
    for name, rule in RULES.items():
        for fiscal in [(6, 30)] if name != "fy2" else [(6, 30), (9, 30)]:
            for created, zone, day, what in MOMENTS:
                assert datetime.fromisoformat(created).astimezone(ZoneInfo(zone)).date() == day
                on = plus_months(start(rule[4], day, fiscal), rule[3])
                floor = plus_months(day, 24)
                due = max(on, floor)
                for as_of in around(due):
                    for kind in KINDS:
                        row(out, f"{name}: {what}", kind, zone, spec(rule), created, as_of, judged(rule, on, floor, as_of), due,
                            f"local day {day}, schedule {on}, two years {floor}", fiscal_year_end="%02d-%02d" % fiscal)


def never(out):
    for name, rule in NEVER.items():
        for created, zone, _, what in MOMENTS[:2]:
            for kind in KINDS:
                row(out, f"{name}: {what}", kind, zone, spec(rule), created, date(2090, 1, 1), rule[3], None, "never has a day")


def events(out):
    rule = NEVER["closed"]
    for event, on in [("2025-02-10", date(2027, 2, 10)), ("2024-02-29", date(2026, 3, 5)), ("2024-12-31", date(2026, 12, 31))]:
        for kind in KINDS:
            for as_of in around(on):
                short = plus_months(date.fromisoformat(event), 24) < date(2026, 3, 5)
                early = "under-two-years" if short else "not-yet"
                row(out, "closed, with its day", kind, LA, spec(rule), MOMENTS[0][0], as_of, early if as_of < on else "eligible", on,
                    "event + 2 years, not before 2026-03-05, the record's own two years", event=event)


def several(out):
    created, zone, _, _ = MOMENTS[0]
    far = date(2090, 1, 1)
    pairs = [
        (["cu2", "cu5-spaced"], None, date(2030, 1, 1)), (["cu5-spaced", "two-years"], None, date(2030, 1, 1)),
        (["cu2", "permanent"], "permanent", None), (["cu2", "indefinite"], "indefinite", None), (["cu2", "unmapped"], "code-unmapped", None),
        (["closed", "cu2"], "awaiting-trigger", None), (["closed", "permanent"], "permanent", None),
        (["unmapped", "permanent"], "permanent", None), (["closed", "unmapped"], "code-unmapped", None), (["blank", "unmapped"], "indefinite", None),
    ]
    both = {**RULES, **NEVER}
    for names, outcome, on in pairs:
        for kind in KINDS:
            series = ";".join(spec(both[name]) for name in names)
            for as_of in [far] if outcome else around(on):
                expected = outcome or ("eligible" if as_of >= on else "not-yet")
                row(out, " and ".join(names), kind, zone, series, created, as_of, expected, on, "the longest wins")
    on = date(2030, 1, 1)
    for order in (["review", "cu5-spaced"], ["cu5-spaced", "review"]):
        for kind in KINDS:
            for as_of in around(on):
                row(out, "a shorter series asks for review", kind, zone, ";".join(spec(RULES[n]) for n in order), created, as_of,
                    "review-required" if as_of >= on else "not-yet", on, "the day is the longest series', the review is still owed")


def latest(out):
    cu2 = spec(RULES["cu2"])
    created = MOMENTS[0][0]
    for kind in KINDS:
        for case, series, on, early, why, more in [
            ("edited in the next year", cu2, date(2028, 1, 1), "not-yet", "age from the edit of 2025", {"edited": "2025-06-01T12:00:00.000Z"}),
            ("edited on the eve, local", cu2, date(2027, 1, 1), "not-yet", "2025-01-01T07:00Z is still 2024 in Los Angeles",
             {"edited": "2025-01-01T07:00:00.000Z"}),
            ("an edit before the creation changes nothing", cu2, date(2027, 1, 1), "not-yet", "the latest counts",
             {"edited": "2023-01-01T12:00:00.000Z"}),
            ("thread with a late comment", cu2, date(2029, 1, 1), "not-yet", "age from the comment of 2026",
             {"edited": "2025-06-01T12:00:00.000Z", "commented": "2026-02-01T12:00:00.000Z"}),
            ("an edit delays the two years", spec(RULES["six-months"]), date(2026, 9, 1), "under-two-years",
             "edited 2024-09-01, two years later", {"edited": "2024-09-01T19:00:00.000Z"}),
        ]:
            for as_of in around(on):
                row(out, case, kind, LA, series, created, as_of, "eligible" if as_of >= on else early, on, why, **more)


def unknown(out):
    cu2 = spec(RULES["cu2"])
    far = date(2024, 6, 1)
    for kind in KINDS:
        for case, created, more in [
            ("no time", "", {}), ("time said to be unknown", "2020-01-01T12:00:00.000Z", {"precision": "unknown"}),
            ("epoch", "1970-01-01T00:00:00.000Z", {}), ("eve of 1990, local", "1990-01-01T07:59:59.000Z", {}),
            ("tomorrow", "2024-06-02T12:00:00.000Z", {}), ("edited tomorrow", "2020-06-02T12:00:00.000Z", {"edited": "2024-06-02T12:00:00.000Z"}),
            ("far future", "9999-12-31T23:00:00.000Z", {}),
        ]:
            row(out, case, kind, LA, cu2, created, far, "date-unknown", None, "age cannot be told", **more)
        row(out, "unknown time, permanent", kind, LA, spec(NEVER["permanent"]), "", far, "permanent", None, "no day is needed to say never")
        two = spec(RULES["two-years"])
        for case, series, created, on, why, more in [
            ("first moment of 1990, local", "CU+30@calendar-year-end@destroy", "1990-01-01T08:00:00.000Z", date(2021, 1, 1), "1990 + 30", {}),
            ("year only", two, "2022-01-01T00:00:00.000Z", date(2024, 12, 31), "may be of 31 December 2022", {"precision": "year"}),
            ("month only", two, "2022-02-01T00:00:00.000Z", date(2024, 2, 28), "may be of 28 February 2022", {"precision": "month"}),
            ("day only, midnight in UTC", cu2, "2022-01-01T00:00:00.000Z", date(2025, 1, 1),
             "may be of 1 January 2022 rather than of the eve", {"precision": "day"}),
        ]:
            for as_of in around(on):
                row(out, case, kind, LA, series, created, as_of, "eligible" if as_of >= on else "not-yet", on, why, **more)
        on = date(2027, 1, 1)
        for as_of in [far, *around(on)]:
            row(out, "today is no future", kind, LA, cu2, "2024-06-02T06:59:00.000Z", as_of, "eligible" if as_of >= on else "not-yet", on,
                "1 June 2024, local")


def refused(out):
    created = MOMENTS[0][0]
    due = date(2027, 1, 1)
    cu2 = spec(RULES["cu2"])
    for kind in KINDS:
        row(out, "no series", kind, LA, "", created, due, "untagged", None, "nothing is assigned")
        row(out, "no series and no time", kind, LA, "", "", due, "untagged", None, "the series comes first")
        for letter in "abce":
            row(out, f"34090({letter})", kind, LA, cu2, created, due, "excluded-34090", None, "protected kind", exclusion=letter)
        for as_of in around(due):
            otherwise = "eligible" if as_of >= due else "not-yet"
            row(out, "held", kind, LA, cu2, created, as_of, "on-hold", due, "a hold always wins", holds="Doe v. City", otherwise=otherwise)
        row(out, "held twice, permanent", kind, LA, spec(NEVER["permanent"]), created, due, "on-hold", None, "a hold always wins",
            holds="Doe v. City|Request 26-0007", otherwise="permanent")
        row(out, "held, no series", kind, LA, "", created, due, "on-hold", None, "a hold always wins", holds="Audit", otherwise="untagged")
        row(out, "held, protected kind", kind, LA, cu2, created, due, "on-hold", None, "a hold always wins", holds="Audit", exclusion="c",
            otherwise="excluded-34090")
        row(out, "held, unknown time", kind, LA, cu2, "", due, "on-hold", None, "a hold always wins", holds="Audit", otherwise="date-unknown")


def answered(out):
    created = MOMENTS[0][0]
    far = date(2090, 1, 1)
    both = {**RULES, **NEVER}
    order = [("permanent", "permanent"), ("indefinite", "indefinite"), ("unmapped", "code-unmapped"),
             ("cu2", "protection-unanswered"), ("closed", "protection-unanswered"), ("two-years", "protection-unanswered")]
    for kind in KINDS:
        for name, outcome in order:
            row(out, f"{name}, not answered for", kind, LA, spec(both[name]), created, far, outcome, None,
                "never is never; a period is not computed before the answer", answers="missing")
        row(out, "not answered for, no time", kind, LA, spec(RULES["cu2"]), "", far, "protection-unanswered", None,
            "the series comes first", answers="missing")
        for letters in ["a", "b", "c", "e", "ae"]:
            row(out, f"answered: can hold {letters}", kind, LA, spec(RULES["cu2"]), created, far, "excluded-34090", None,
                "what can hold a protected kind stays whole", answers=letters)
        for names, answers, outcome, on in [
            (["cu2", "two-years"], "none held;missing", "protection-unanswered", None), (["cu2", "two-years"], "none held;c", "excluded-34090", None),
            (["two-years", "permanent"], "missing;missing", "permanent", None), (["closed", "two-years"], "none held;missing", "protection-unanswered", None),
            (["cu2", "two-years"], "none held;none held", "eligible", date(2027, 1, 1)),
        ]:
            for as_of in around(on) if on else [far]:
                row(out, " and ".join(names) + ": " + answers, kind, LA, ";".join(spec(both[n]) for n in names), created, as_of,
                    outcome if on is None or as_of >= on else "not-yet", on, "each series is asked", answers=answers)


def threads(out):
    cu2 = spec(RULES["cu2"])
    created = MOMENTS[0][0]
    for kind in KINDS:
        for last, on, what in [
            ("2024-03-05T20:00:00.000Z", date(2027, 1, 1), "nothing after the post"), ("2023-01-01T20:00:00.000Z", date(2027, 1, 1), "all before it"),
            ("2025-01-01T07:59:59.999Z", date(2027, 1, 1), "last millisecond of 2024, local"), ("2025-01-01T08:00:00.000Z", date(2028, 1, 1), "first of 2025"),
            ("2026-06-30T20:00:00.000Z", date(2029, 1, 1), "years later"),
        ]:
            for as_of in around(on):
                row(out, f"thread: {what}", kind, LA, cu2, created, as_of, "eligible" if as_of >= on else "not-yet", on,
                    "aged from the last of the thread", commented=last)
        for edited in ("", "2025-01-01T08:00:00.000Z"):
            row(out, "an edit whose time cannot be read", kind, LA, cu2, created, date(2090, 1, 1), "date-unknown", None,
                "it may be of any day", edited=edited, edit_unread="yes")
        row(out, "an edit whose time cannot be read, permanent", kind, LA, spec(NEVER["permanent"]), created, date(2090, 1, 1), "permanent",
            None, "never is never", edit_unread="yes")
        row(out, "thread with a record of no time", kind, LA, cu2, created, date(2090, 1, 1), "date-unknown", None,
            "it may be of any day", undated="yes", commented="2025-01-01T08:00:00.000Z")
        row(out, "thread with a record of no time, permanent", kind, LA, spec(NEVER["permanent"]), created, date(2090, 1, 1), "permanent", None,
            "never is never", undated="yes")


def zoneless(out):
    cu2 = spec(RULES["cu2"])
    for created, day, what in [
        ("2024-12-31T19:59:59.999Z", date(2024, 12, 31), "its latest moment is 23:59 in Los Angeles"),
        ("2024-12-31T20:00:00.000Z", date(2025, 1, 1), "its latest moment is midnight"),
        ("2025-01-01T07:30:00.000Z", date(2025, 1, 1), "on the eve if it had a zone"),
        ("2024-06-15T12:00:00.000Z", date(2024, 6, 15), "the middle of the year"),
    ]:
        latest_moment = datetime.fromisoformat(created) + timedelta(hours=12)
        assert latest_moment.astimezone(ZoneInfo(LA)).date() in (day, day + timedelta(days=1))
        on = plus_months(start("calendar", day, None), 24)
        for kind in KINDS:
            for as_of in around(on):
                row(out, f"no zone: {what}", kind, LA, cu2, created, as_of, "eligible" if as_of >= on else "not-yet", on,
                    "twelve hours later at most", zoned="no")


def main():
    # law.md section 3.5, word for word.
    assert plus_months(start("calendar", date(2024, 3, 5), None), 24) == date(2027, 1, 1)
    assert plus_months(date(2024, 2, 29), 24) == date(2026, 3, 1)
    out = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
    out.writeheader()
    for part in (dated, never, events, several, latest, unknown, refused, answered, zoneless, threads):
        part(out)


if __name__ == "__main__":
    main()
