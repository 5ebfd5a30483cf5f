// Pictures that were made of records for packets: painted over for a redaction, or turned into what a PDF can hold. They go with their record.
import type { Driver } from '../../catalog/driver.ts'
import type { OwnObject } from '../../record/destroy.ts'

const THESE = 'WITH these (id) AS (SELECT value FROM json_each(?))'

// A decision names by digest what it released: those of them that are loose objects and no record's own file were made for it.
const PAINTED = `SELECT item.record_id AS record, object.digest FROM these CROSS JOIN production_item AS item ON item.record_id = these.id
    JOIN production_decision USING (production_id, position) JOIN json_tree(decision) AS named
    JOIN object ON object.digest = unhex(named.value)
  WHERE named.type = 'text' AND length(named.value) = 64 AND object.member_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM media WHERE object_digest = object.digest)
    AND NOT EXISTS (SELECT 1 FROM made_file WHERE made = object.digest)
    AND NOT EXISTS (SELECT 1 FROM file_page WHERE picture = object.digest)
    AND NOT EXISTS (SELECT 1 FROM production_item AS other JOIN production_decision AS said USING (production_id, position)
      WHERE other.record_id NOT IN (SELECT id FROM these) AND instr(said.decision, named.value) > 0)`

// A production is read once, however many of its records go.
const RENDERED = `SELECT own.record_id AS record, object.digest FROM (
    SELECT DISTINCT value ->> '$.of' AS source, value ->> '$.made' AS made FROM production JOIN json_each(document, '$.renditions')
    WHERE production.id IN (SELECT production_id FROM these CROSS JOIN production_item ON record_id = these.id)) AS rendition
    JOIN object ON object.digest = unhex(rendition.made)
    JOIN media AS own ON own.object_digest = unhex(rendition.source) AND own.record_id IN (SELECT id FROM these)
  WHERE NOT EXISTS (SELECT 1 FROM media WHERE object_digest = object.digest)
    AND NOT EXISTS (SELECT 1 FROM media AS other WHERE other.object_digest = own.object_digest AND other.record_id NOT IN (SELECT id FROM these))`

/** Those of records, with the record of each. What other records have a part in stays. */
export function packetPictures(db: Driver, records: readonly number[]): OwnObject[] {
  const sql = `${THESE} SELECT digest, min(record) AS record FROM (${PAINTED} UNION ALL ${RENDERED}) GROUP BY digest`
  return db.all<OwnObject>(sql, JSON.stringify(records))
}
