-- The hold of a request is looked for by its request, whenever it is asked how old the file of this is.
CREATE INDEX hold_request ON hold (request_id);
