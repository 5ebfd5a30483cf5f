// The office's own files as the catalog has them: since when, touched when, closed on which day, and what keeps them by itself.
import type { OfficeFileKind, OfficeFileRef } from '../../../../../shared/domain/disposition/office-file.ts'
import { Instant, LocalDate, localDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { enteredIn } from './office-entered.ts'

/** A file with what its retention depends on. `standing`: why it is not closed, or what goes on in it, in a few words; null where nothing does. */
export interface OfficeFacts extends OfficeFileRef {
  readonly openedAt: Instant
  readonly touchedAt: Instant
  readonly closedOn: LocalDate | null
  readonly supersededOn: LocalDate | null
  readonly standing: string | null
}

interface Row {
  readonly id: string
  readonly opened: number
  readonly touched: number | null
  /** Closed and superseded as instants, or as local dates where the catalog has these. */
  readonly closed: number | string | null
  readonly superseded: number | null
  readonly standing: string | null
}

/** The day on which a request was closed last. */
const CLOSED_ON = `CASE request.state WHEN 'closed' THEN (SELECT on_day FROM request_event
  WHERE request_id = request.id AND kind IN ('closed', 'withdrawn', 'merged') ORDER BY request_event.id DESC LIMIT 1) END`
const STILL_OPEN = "CASE WHEN request.state <> 'closed' THEN 'Request ' || request.id || ' is open' END"

const FILES: Readonly<Record<OfficeFileKind, string>> = {
  packet: `SELECT CAST(production.id AS TEXT) AS id, frozen_at AS opened, ${CLOSED_ON} AS closed, NULL AS superseded,
      max(frozen_at, ${enteredIn('packet')}) AS touched,
      coalesce(${STILL_OPEN}, CASE WHEN EXISTS (SELECT 1 FROM packet_posting AS posted WHERE posted.production_id = production.id AND down_at IS NULL)
        THEN 'A copy of it is published: enter first that it was taken down' END, CASE WHEN EXISTS (SELECT 1 FROM packet_posting AS posted JOIN removal_demand ON posting_id = posted.id
        WHERE posted.production_id = production.id AND done_at IS NULL) THEN 'A demand to take down its published copy is open' END) AS standing
    FROM production JOIN request ON request.id = production.request_id`,
  'request-file': `SELECT request.id AS id, opened_at AS opened, ${CLOSED_ON} AS closed, NULL AS superseded, ${STILL_OPEN} AS standing,
      max(opened_at, ${enteredIn('request-file')}) AS touched
    FROM request`,
  'purge-plan': `SELECT CAST(plan.id AS TEXT) AS id, plan.made_at AS opened, superseded, coalesce(certified_at, CASE WHEN destruction.id IS NULL THEN superseded END) AS closed,
      max(plan.made_at, coalesce(certified_at, 0), ${enteredIn('purge-plan')}) AS touched,
      CASE WHEN destruction.id IS NOT NULL AND certified_at IS NULL THEN 'It is being carried out' END AS standing
    FROM (SELECT *, (SELECT min(made_at) FROM plan AS later WHERE later.id > plan.id) AS superseded FROM plan) AS plan
      LEFT JOIN destruction ON destruction.plan_id = plan.id
    WHERE NOT EXISTS (SELECT 1 FROM destruction_file WHERE kind = 'purge-plan' AND subject = CAST(plan.id AS TEXT) AND outcome = 'destroyed')`,
  'hold-file': `SELECT CAST(hold.id AS TEXT) AS id, placed_at AS opened, released_at AS closed, NULL AS superseded,
      max(placed_at, coalesce(released_at, 0), ${enteredIn('hold-file')}) AS touched,
      CASE WHEN released_at IS NULL THEN label || ' is in force' END AS standing
    FROM hold WHERE request_id IS NULL`,
  'removal-entry': `SELECT CAST(entry.id AS TEXT) AS id, opened_at AS opened, CASE WHEN act IN ('closed', 'appeal-upheld', 'appeal-granted', 'dismissed') THEN on_day END AS closed,
      NULL AS superseded, max(opened_at, ${enteredIn('removal-entry')}) AS touched,
      CASE WHEN act IS NULL OR act NOT IN ('closed', 'appeal-upheld', 'appeal-granted', 'dismissed') THEN 'The entry is not closed' END AS standing
    FROM steward_entry AS entry LEFT JOIN steward_act AS last ON last.id = (SELECT max(id) FROM steward_act WHERE entry_id = entry.id)
    WHERE entry.kind = 'removal'`,
  remainder: `SELECT CAST(accession.id AS TEXT) AS id, received_at AS opened, received_at AS touched, NULL AS closed, NULL AS superseded, NULL AS standing
    FROM accession WHERE state = 'complete' AND EXISTS (SELECT 1 FROM package JOIN member ON member.package_id = package.id
      WHERE package.accession_id = accession.id AND struck_at IS NULL AND use IN ('unread', 'quarantined') AND packed_size > 0
        AND NOT EXISTS (SELECT 1 FROM package_inside WHERE package_inside.member_id = member.id)
        AND NOT EXISTS (SELECT 1 FROM strike WHERE strike.member_id = member.id))`,
}

/** Every file of a kind, in no order. @param zone the City's, in which days are told */
export function officeFiles(db: Driver, kind: OfficeFileKind, zone: string): OfficeFacts[] {
  return db.all<Row>(FILES[kind]).map((row) => factsOf(kind, row, zone))
}

/** One file, or null. */
export function officeFile(db: Driver, { kind, id }: OfficeFileRef, zone: string): OfficeFacts | null {
  const row = db.get<Row>(`SELECT * FROM (${FILES[kind]}) WHERE id = ?`, id)
  return row === undefined ? null : factsOf(kind, row, zone)
}

function factsOf(kind: OfficeFileKind, { id, opened, touched, closed, superseded, standing }: Row, zone: string) {
  const dayOf = (at: number | string | null) =>
    at === null ? null : typeof at === 'string' ? LocalDate.parse(at) : localDate(Instant.parse(at), zone)
  return {
    ...{ kind, id, standing, openedAt: Instant.parse(opened), touchedAt: Instant.parse(touched ?? opened) },
    ...{ closedOn: dayOf(closed), supersededOn: dayOf(superseded) },
  }
}

/** Records that a file is about: what was found for a request, what is in a packet, what an entry of the removal log names. */
const RECORDS: Readonly<Partial<Record<OfficeFileKind, string>>> = {
  packet: 'SELECT DISTINCT record_id AS id FROM production_item WHERE production_id = CAST(? AS INTEGER)',
  'request-file': 'SELECT record_id AS id FROM request_result WHERE request_id = ?',
  'removal-entry': 'SELECT record_id AS id FROM steward_entry WHERE id = CAST(? AS INTEGER) AND record_id IS NOT NULL',
}

/** Those of a file; none for kinds that are about no single records. */
export function recordsOfFile(db: Driver, { kind, id }: OfficeFileRef): number[] {
  const sql = RECORDS[kind]
  return sql === undefined ? [] : db.all<{ id: number }>(sql, id).map((row) => row.id)
}

/** Packets of a request that are in the vault. */
export function packetsOf(db: Driver, request: string): string[] {
  return db
    .all<{ id: string }>(
      'SELECT CAST(id AS TEXT) AS id FROM production WHERE request_id = ? ORDER BY production.id',
      request,
    )
    .map(({ id }) => id)
}

/** Whether a file of that number was destroyed: its number is not given out again. */
export function wasDestroyed(db: Driver, { kind, id }: OfficeFileRef): boolean {
  const sql = `SELECT 1 FROM destruction_file WHERE kind = ? AND subject = ? AND outcome = 'destroyed'
    UNION ALL SELECT 1 FROM destroyed_elsewhere WHERE kind = ? AND subject = ?`
  return db.get(sql, kind, id, kind, id) !== undefined
}

/** The account of an import. */
export function accountOfAccession(db: Driver, accession: string): number | null {
  const sql = 'SELECT account_id AS id FROM accession WHERE id = CAST(? AS INTEGER)'
  return db.get<{ id: number }>(sql, accession)?.id ?? null
}
