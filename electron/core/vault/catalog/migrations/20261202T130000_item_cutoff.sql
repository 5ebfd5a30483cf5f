-- The day from which the retention of a record ran, beside the day on which it ended (law.md §3.4: cutoff and eligibility of each).
ALTER TABLE destruction_item ADD COLUMN cutoff TEXT; -- local date from which its period ran; NULL where custody is given up, and of destructions of before it was kept
