// What taking in the portal's export would do, row by row: the plan that is shown, and that the command carries out.
import { parse } from 'csv-parse/sync'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PlannedRow } from '../../../shared/contract/request-life.ts'
import { RequestId } from '../../../shared/domain/id.ts'
import { changedColumns, type PortalRow, readPortal } from '../../../shared/domain/request/portal.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { portalRows, type SavedPortal } from '../vault/repository/request/portal.ts'
import { listRequests } from '../vault/repository/request/request.ts'

/** The plan of a file. */
export interface PortalPlan {
  readonly rows: PlannedRow[]
  readonly unknown: string[]
  readonly problems: string[]
}

/** Reads the export and judges each row. @throws MunimentError INPUT_INVALID */
export function planPortal(
  db: Driver,
  folder: string,
  file: { readonly name: string; readonly bytes: string },
): PortalPlan {
  const { rows, unknown, problems } = readPortal(tableOf(file), readVaultFile(folder).zone)
  const saved = portalRows(db)
  const byPortal = new Map(
    listRequests(db).flatMap(({ id, portal }) => (portal === null ? [] : [[portal, id] as const])),
  )
  const taken = new Set(listRequests(db).map(({ id }) => id))
  return {
    rows: rows.map((row) => judge(row, saved.get(row.number), byPortal.get(row.number), taken)),
    unknown: [...unknown],
    problems: [...problems],
  }
}

function judge(
  row: PortalRow,
  known: SavedPortal | undefined,
  byHand: RequestId | undefined,
  taken: ReadonlySet<RequestId>,
): PlannedRow {
  if (known !== undefined) {
    const changed = changedColumns(known.row, row)
    return changed.length === 0
      ? { row, outcome: 'same', request: known.request, sentence: 'As it was read before.' }
      : { row, outcome: 'changed', request: known.request, sentence: `Changed: ${changed.join(', ')}.` }
  }
  if (byHand !== undefined) {
    return { row, outcome: 'changed', request: byHand, sentence: 'Was entered by hand under this number.' }
  }
  const id = RequestId.safeParse(row.number.replaceAll(' ', '-'))
  if (!id.success) return refusal(row, 'Its number has characters that no number of a request may have.')
  if (taken.has(id.data))
    return refusal(
      row,
      `Request ${id.data} is here and bears no number of the portal. Give it this one, or enter the row by hand.`,
    )
  if (row.receivedOn === null) return refusal(row, 'The day on which it was received cannot be read.')
  if (row.text === '') return refusal(row, 'It has no words.')
  return {
    row,
    outcome: 'new',
    request: id.data,
    sentence: row.closed ? 'New here; the portal says that it is closed.' : 'New here.',
  }
}

function refusal(row: PortalRow, sentence: string): PlannedRow {
  return { row, outcome: 'refused', request: null, sentence }
}

function tableOf({ name, bytes }: { readonly name: string; readonly bytes: string }): string[][] {
  const text = Buffer.from(bytes, 'base64')
    .toString('utf8')
    .replace(/^\ufeff/, '')
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const delimiter =
    [',', ';', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ','
  try {
    return parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new MunimentError('INPUT_INVALID', `${name} is no table that can be read: ${why}. Nothing was changed.`, {
      cause: error,
    })
  }
}
