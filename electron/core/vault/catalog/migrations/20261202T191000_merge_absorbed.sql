-- Numbers of records that are one with another are not given out: they are looked up for each second in which records come in.
CREATE INDEX record_merge_absorbed ON record_merge (absorbed_id) WHERE split_at IS NULL;
