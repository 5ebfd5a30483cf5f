-- That the first page of a feed is as it was said nothing of its other pages, nor of a file that had not come: each feed is asked for whole once more.
DELETE FROM capture_validator WHERE (capture_id, address) IN (SELECT id, address FROM capture WHERE way = 'feed');
