// The newest accession that saw a record.

/** Sets it by the record's versions and later sightings; binds the record's id three times. */
export const LAST_SEEN = `UPDATE record SET last_accession_id = max(
    coalesce((SELECT max(accession_id) FROM version WHERE record_id = ?), 0),
    coalesce((SELECT max(accession_id) FROM observation WHERE record_id = ? AND again = 1), 0)) WHERE id = ?`
