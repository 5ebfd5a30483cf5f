CREATE INDEX version_place ON version (record_id) WHERE instr(details, '"place') > 0 OR instr(details, '"coordinates"') > 0;
CREATE INDEX version_poll ON version (record_id) WHERE instr(details, '"poll') > 0;
