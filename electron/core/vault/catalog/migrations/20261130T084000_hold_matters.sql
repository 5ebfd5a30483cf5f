-- What is known of a hold beside its public label: the privileged matter, its attorney, when it starts and is looked at again.

CREATE TABLE hold_matter (
  hold_id INTEGER PRIMARY KEY REFERENCES hold (id), -- the hold
  matter TEXT NOT NULL, -- privileged: what it is about, for the City alone; printed nowhere
  attorney TEXT NOT NULL, -- the attorney who answers for it
  starts_on TEXT, -- local date from which the order says that it holds; it holds from when it is placed in any case
  review_on TEXT -- local date on which it is to be looked at again
) STRICT;
