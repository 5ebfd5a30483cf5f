-- What is known of a hold beside its public label: the privileged matter, its attorney, when it starts and is looked at again.

ALTER TABLE hold ADD COLUMN matter TEXT NOT NULL DEFAULT ''; -- privileged: what it is about, for the City alone; printed nowhere
ALTER TABLE hold ADD COLUMN attorney TEXT NOT NULL DEFAULT ''; -- the attorney who answers for it
ALTER TABLE hold ADD COLUMN starts_on TEXT; -- local date from which the order says that it holds; it holds from when it is placed in any case
ALTER TABLE hold ADD COLUMN review_on TEXT; -- local date on which it is to be looked at again
