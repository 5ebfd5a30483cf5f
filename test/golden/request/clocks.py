#!/usr/bin/env python3
"""Works out the clocks of requests received from 2024 to 2028, from law.md sections 1.2, 2.1 and 4 and from nothing else.

    python3 clocks.py holidays    the lists of holidays and the closures, as JSON: what the judge is given, too
    python3 clocks.py             a line of JSON a case: the request, its clocks, each with every day skipped
    python3 clocks.py coverage    the table: rules across, boundaries down, the number of cases in each cell

Derivations:
  - CCP 12 / Gov. Code 6800: the first day is excluded, the last included. CCP 12a: a last day on a Saturday, a Sunday or a judicial
    holiday (CCP 135) moves to the next day that is none. CCP 12b: so does one on which the City's office was closed the whole day.
    Days in between add nothing.
  - CCP 135: the full holidays of Gov. Code 6700 and the day after Thanksgiving, without Columbus Day, Admission Day, Lunar New Year,
    24 April and Diwali. A judicial holiday on a Saturday is observed on the Friday, one on a Sunday on the Monday.
  - The City's own list leaves out Lincoln's Birthday and Native American Day, and adds Admission Day, which is in doubt, as is
    Veterans Day ("if applicable"). A City holiday on a weekend has no weekday in its stead. (Known of 2026; taken for each year here.)
  - statutory: the union of these. careful: moves only over what nobody can dispute: weekends, days on both lists, closures, and
    City holidays without a doubt.
  - The extension: 14 days counted on from day 10 before it moves, so 24 from receipt; its careful date never moves, because no notice
    may name a later day.
  - Immediate disclosure (OMC 2.20.230): 3 business days on the City's list, the day of the request not counted; 7 days from the
    request; 14 days from the written determination: taken as given on its last day where it is not out, and never more than 21 days
    after the request in the careful reading.
  - Receipt on a day off, or at or after 17:00: City practice counts from the next business day; the date is told beside.
  - A day that the City's own letter names is no count: it stands. Mediation: 10 days from its demand, moved like any last day.
  - AB 1821, switched on for its own cases: 10 business days, then 14 business days; business days are the City's.
  - A year that is not loaded refuses: no date may lie in it or pass through it. 2029 is not.
"""
import json
import sys
from collections import Counter
from datetime import date, timedelta

DAY = timedelta(days=1)
YEARS = range(2024, 2029)
NAMES = {0: "Saturday", 1: "Sunday"}
# Whole-day closures: a furlough between the holidays, a storm on a Monday, a closure on a Friday before a weekend.
CLOSURES = {date(2024, 12, 26): "furlough", date(2025, 2, 3): "storm", date(2026, 12, 28): "furlough", date(2027, 10, 15): "flood",
            date(2028, 6, 30): "fire"}


def nth(year, month, weekday, count):
    """The count-th such weekday of a month; count -1 is the last."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = (date(year + month // 12, month % 12 + 1, 1)) - DAY
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def judicial(year):
    thanksgiving = nth(year, 11, 3, 4)
    days = {
        date(year, 1, 1): "New Year’s Day", nth(year, 1, 0, 3): "Martin Luther King Jr. Day", date(year, 2, 12): "Lincoln’s Birthday",
        nth(year, 2, 0, 3): "Presidents’ Day", date(year, 3, 31): "Farmworkers Day", nth(year, 5, 0, -1): "Memorial Day",
        date(year, 6, 19): "Juneteenth", date(year, 7, 4): "Independence Day", nth(year, 9, 0, 1): "Labor Day",
        nth(year, 9, 4, 4): "Native American Day", date(year, 11, 11): "Veterans Day", thanksgiving: "Thanksgiving Day",
        thanksgiving + DAY: "Day after Thanksgiving", date(year, 12, 25): "Christmas Day",
    }
    observed = {}
    for day, name in days.items():
        if day.weekday() == 5 and (day - DAY).year == year:
            observed[day - DAY] = name
        elif day.weekday() == 6:
            observed[day + DAY] = name
        elif day.weekday() < 5:
            observed[day] = name
    return observed


def city(year):
    thanksgiving = nth(year, 11, 3, 4)
    return {
        date(year, 1, 1): "New Year’s Day", nth(year, 1, 0, 3): "Martin Luther King Jr. Day", nth(year, 2, 0, 3): "Presidents’ Day",
        date(year, 3, 31): "Farmworkers Day", nth(year, 5, 0, -1): "Memorial Day", date(year, 6, 19): "Juneteenth",
        date(year, 7, 4): "Independence Day", nth(year, 9, 0, 1): "Labor Day", date(year, 9, 9): "Admission Day",
        date(year, 11, 11): "Veterans Day", thanksgiving: "Thanksgiving Day", thanksgiving + DAY: "Day after Thanksgiving",
        date(year, 12, 25): "Christmas Day",
    }


JUDICIAL = {day: name for year in YEARS for day, name in judicial(year).items()}
CITY = {day: name for year in YEARS for day, name in city(year).items()}
DOUBTED = {day for day, name in CITY.items() if name in ("Admission Day", "Veterans Day")}


class Unloaded(Exception):
    pass


def off(day, reading):
    """Why a day does not count in a reading, or None. Weekends come first, then closures, then the lists."""
    if day.year not in YEARS:
        raise Unloaded
    if day.weekday() >= 5:
        return NAMES[day.weekday() - 5]
    if day in CLOSURES:
        return f"City office closed: {CLOSURES[day]}"
    in_city, in_court = day in CITY, day in JUDICIAL
    if reading == "statutory":
        if in_city and in_court:
            return f"{JUDICIAL[day]} (court and City)"
        if in_city:
            return f"{CITY[day]} (City closed)"
        return f"{JUDICIAL[day]} (judicial holiday)" if in_court else None
    if reading == "careful":
        if in_city and in_court:
            return f"{JUDICIAL[day]} (court and City)"
        return f"{CITY[day]} (City closed)" if in_city and day not in DOUBTED else None
    if reading == "business":
        return f"{CITY[day]} (City closed)" if in_city else None
    return f"{CITY[day]} (City closed)" if in_city and day not in DOUBTED else None  # business, careful


def move(day, reading):
    """The first day from `day` on that counts, and the days passed over."""
    passed = []
    while (why := off(day, reading)) is not None:
        passed.append([day.isoformat(), why])
        day += DAY
    return day, passed


def business(day, count, reading):
    passed = []
    for _ in range(count):
        day, more = move(day + DAY, reading)
        passed += more
    return day, passed


def counted(received, days):
    raw = received + timedelta(days=days)
    last, passed = move(raw, "statutory")
    return raw, move(raw, "careful")[0], last, passed


def determination(received):
    return counted(received, 10)[1:]


def extension(received):
    raw, _, last, passed = counted(received, 24)
    return raw, last, passed


def determination_business(received):
    last, passed = business(received, 10, "business")
    return business(received, 10, "business-careful")[0], last, passed


def extension_business(received):
    start, careful = business(received, 10, "business")[0], business(received, 10, "business-careful")[0]
    last, passed = business(start, 14, "business")
    return business(careful, 14, "business-careful")[0], last, passed


def response(received):
    last, passed = business(received, 3, "business")
    return business(received, 3, "business-careful")[0], last, passed


def written(received):
    return counted(received, 7)[1:]


def production(received, given=None):
    """`given`: the day on which the written determination went out."""
    limit = received + timedelta(days=7)
    start = written(received)[1] if given is None else given
    careful = (limit if given is None else min(limit, given)) + timedelta(days=14)
    last, passed = move(start + timedelta(days=14), "statutory")
    return careful, last, passed


def practice(received, late):
    """The day that City practice takes for the receipt where it is another, or None."""
    if off(received, "business") is None and not late:
        return None
    return move(received if off(received, "business") else received + DAY, "business")[0]


def named(day):
    """A day that the City's own letter names stands as it is, whatever holidays are loaded."""
    return day, day, []


KINDS = {
    "cpra": {"cpra-determination": determination, "cpra-extension": extension},
    "idr": {"cpra-determination": determination, "cpra-extension": extension, "idr-response": response, "idr-determination": written,
            "idr-production": production},
    # As if a notice of extension and a determination had gone out that name days, and mediation had been demanded.
    "letters": {"cpra-determination": determination, "cpra-extension": extension,
                "extended-answer": lambda day: named(day + 20 * DAY), "estimated-availability": lambda day: named(day + 40 * DAY),
                "mediation": lambda day: determination(day + 15 * DAY)},
    "ab1821": {"cpra-determination": determination_business, "cpra-extension": extension_business},
}


def clocks(received, kind, late, given=None):
    rules = dict(KINDS["idr" if kind.startswith("idr") else kind])
    if given is not None:
        rules["idr-production"] = lambda day: production(day, given)
    try:
        taken = practice(received, late)
    except Unloaded:
        taken = None
    out = {}
    for duty, rule in rules.items():
        try:
            careful, last, passed = rule(received)
        except Unloaded:
            out[duty] = None
            continue
        beside = None
        if taken is not None and duty not in ("extended-answer", "estimated-availability", "mediation"):
            try:
                beside = [taken.isoformat(), rule(taken)[1].isoformat()]
            except Unloaded:
                pass
        out[duty] = {"careful": careful.isoformat(), "statutory": last.isoformat(), "skipped": passed, "practice": beside}
    return out


def cases():
    day = date(YEARS[0], 1, 1)
    while day.year in YEARS:
        for kind, time, given in (("cpra", "16:59", None), ("cpra", "17:00", None), ("idr", "16:59", None), ("idr", "17:00", None),
                                  ("idr-early", "17:00", day + 3 * DAY), ("idr-late", "18:30", day + 9 * DAY), ("letters", "17:30", None),
                                  ("ab1821", None, None), ("ab1821", "17:00", None)):
            late = time is not None and time >= "17:00"
            yield {"received": day.isoformat(), "kind": kind, "at": time, "given": given and given.isoformat(),
                   "clocks": clocks(day, kind, late, given)}
        day += DAY


def boundaries(case):
    """The boundaries that a clock of a case meets, by duty."""
    received = date.fromisoformat(case["received"])
    for duty, clock in case["clocks"].items():
        if clock is None:
            yield duty, "year not loaded: refused"
            continue
        for day, why in clock["skipped"]:
            yield duty, ("closure" if why.startswith("City office") else why.split(" (")[-1].rstrip(")") + " holiday"
                         if "(" in why else "weekend").replace("judicial holiday holiday", "judicial holiday").replace(
                             "City closed holiday", "City holiday").replace("court and City holiday", "holiday of both")
            if "(" in why:
                yield duty, why.split(" (")[0]
        if not clock["skipped"]:
            yield duty, "nothing skipped"
        if clock["statutory"][:4] != case["received"][:4]:
            yield duty, "year end crossed"
        if clock["careful"] != clock["statutory"]:
            yield duty, "careful date earlier"
        if clock["practice"]:
            yield duty, "after hours" if received.weekday() < 5 and received not in CITY and received not in CLOSURES else "received on a day off"
        if (received.month, received.day) <= (2, 29) <= (date.fromisoformat(clock["statutory"]).month, date.fromisoformat(clock["statutory"]).day) \
                and received.year % 4 == 0:
            yield duty, "29 February passed"


# law.md section 4: received -> day 10, statutory, day 24 (moved), 3 business days, day 7, day 7 + 14; and City practice where it differs.
EXAMPLES = {
    "2026-09-15": ("09-28", "10-09", "09-18", "09-22", "10-06", "09-25"), "2026-10-01": ("10-12", "10-26", "10-06", "10-08", "10-22", "10-12"),
    "2026-10-05": ("10-15", "10-29", "10-08", "10-12", "10-26", "10-15"), "2026-11-16": ("11-30", "12-10", "11-19", "11-23", "12-07", "11-30"),
    "2026-11-25": ("12-07", "12-21", "12-02", "12-02", "12-16", "12-07"), "2026-06-23": ("07-06", "07-17", "06-26", "06-30", "07-14", "07-03"),
    "2026-08-26": ("09-08", "09-21", "08-31", "09-02", "09-16", "09-08"),
}
# The Alameda Superior Court's and the City's own lists of 2026 (law.md section 4): what the rules above must give.
COURT_2026 = "0101 0119 0212 0216 0331 0525 0619 0703 0907 0925 1111 1126 1127 1225".split()
CITY_2026 = "0101 0119 0216 0331 0525 0619 0704 0907 0909 1111 1126 1127 1225".split()


def check():
    assert sorted(day.strftime("%m%d") for day in judicial(2026)) == COURT_2026
    assert sorted(day.strftime("%m%d") for day in city(2026)) == CITY_2026
    for received, expected in EXAMPLES.items():
        got = clocks(date.fromisoformat(received), "idr", False)
        order = ["cpra-determination", "cpra-extension", "idr-response", "idr-determination", "idr-production"]
        assert [got[duty]["statutory"][5:] for duty in order] == list(expected[:5]), (received, got)
        assert got["cpra-determination"]["careful"][5:] == expected[5], (received, got)


def coverage():
    table = Counter((f"{case['kind']} {duty}", boundary) for case in cases() for duty, boundary in set(boundaries(case)))
    columns = sorted({rule for rule, _ in table})
    width = max(len(boundary) for _, boundary in table)
    for at, rule in enumerate(columns):
        print(f"{at + 1:>4}  {rule}")
    print(" " * width + "".join(f"{at + 1:>7}" for at in range(len(columns))))
    for boundary in sorted({boundary for _, boundary in table}):
        print(boundary.ljust(width) + "".join(f"{table[rule, boundary] or '·':>7}" for rule in columns))


check()
if sys.argv[1:] == ["holidays"]:
    lists = [("judicial", JUDICIAL), ("city", CITY)]
    print(json.dumps({
        "lists": [{"set": name, "year": year, "days": [[day.isoformat(), words, day in DOUBTED and name == "city"]
                                                       for day, words in sorted(days.items()) if day.year == year]}
                  for name, days in lists for year in YEARS],
        "closures": [[day.isoformat(), reason] for day, reason in CLOSURES.items()]}))
elif sys.argv[1:] == ["coverage"]:
    coverage()
else:
    for one in cases():
        print(json.dumps(one))
