// What the portal's export says of requests, the newest reading of each.
import { z } from 'zod'
import { RequestId } from '../../../../../shared/domain/id.ts'
import { PortalRow } from '../../../../../shared/domain/request/portal.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import type { Done } from './request-life.ts'

const Saved = z.object({ request: RequestId, row: PortalRow, fileName: z.string(), importedAt: Instant })
export type SavedPortal = z.infer<typeof Saved>

const SAVED =
  'SELECT request_id AS request, "row", file_name AS fileName, imported_at AS importedAt FROM request_portal'

/** Keeps a reading in place of an earlier one. */
export function savePortal(db: Driver, request: RequestId, row: PortalRow, fileName: string, { at, by }: Done): void {
  db.run(
    'INSERT OR REPLACE INTO request_portal VALUES (?, ?, ?, ?, ?, ?)',
    ...[row.number, request, JSON.stringify(row), fileName, at, by],
  )
}

/** What the portal says of a request, or null. */
export function portalOf(db: Driver, request: RequestId): SavedPortal | null {
  const row = db.get<{ row: string }>(`${SAVED} WHERE request_id = ?`, request)
  return row === undefined ? null : read(row)
}

/** Every reading, by the portal's number. */
export function portalRows(db: Driver): Map<string, SavedPortal> {
  return new Map(
    db
      .all<{ row: string }>(SAVED)
      .map((row) => read(row))
      .map((saved) => [saved.row.number, saved]),
  )
}

function read(saved: { readonly row: string }): SavedPortal {
  return Saved.parse({ ...saved, row: JSON.parse(saved.row) })
}
