// The export of the City's request portal: NextRequest's columns, known by their headings; what nobody knows is kept and named.
import { z } from 'zod'
import { readWrittenTime } from '../loose-date.ts'
import { LocalDate } from '../time.ts'

/** One request as the portal tells it; `columns` holds the row whole. */
export const PortalRow = z.strictObject({
  number: z.string().min(1).max(60),
  receivedOn: LocalDate.nullable(),
  receivedAt: z.string().nullable(),
  dueOn: LocalDate.nullable(),
  closedOn: LocalDate.nullable(),
  status: z.string(),
  closed: z.boolean(),
  text: z.string(),
  requester: z.string(),
  contact: z.string(),
  department: z.string(),
  format: z.string(),
  pausedDays: z.int().nonnegative().nullable(),
  columns: z.record(z.string(), z.string()),
})
export type PortalRow = z.infer<typeof PortalRow>

type Field =
  | 'number'
  | 'received'
  | 'due'
  | 'closedOn'
  | 'status'
  | 'text'
  | 'requester'
  | 'email'
  | 'telephone'
  | 'department'
  | 'format'
  | 'paused'

/** Headings of portal exports by what they mean, folded; the first of a list that is there counts. */
export const portalHeadings: Readonly<Record<Field, readonly string[]>> = {
  number: [
    'request number',
    'request no',
    'request no.',
    'request #',
    'request id',
    'request',
    'number',
    'reference no',
    'reference number',
    'tracking number',
    'id',
    'pretty id',
  ],
  received: [
    'request date',
    'date received',
    'received',
    'date requested',
    'received date',
    'created at',
    'date submitted',
  ],
  due: ['due date', 'due', 'date due', 'current due date'],
  closedOn: ['closed date', 'date closed', 'closed at', 'closed'],
  status: ['status', 'request status', 'state', 'request state'],
  text: ['request text', 'request description', 'description', 'request details', 'summary'],
  requester: ['requester name', 'requester', 'name'],
  email: ['requester email', 'email', 'requester email address'],
  telephone: ['requester phone', 'phone', 'requester phone number'],
  department: ['departments', 'department', 'department names', 'assigned department'],
  format: ['format requested', 'preferred format', 'delivery format'],
  paused: ['paused days', 'days paused', 'days on hold', 'total days paused', 'time paused (days)'],
}
/** A status by which a request is closed. */
export const portalClosed = /^(closed|fulfilled|completed?|withdrawn|denied)/i

/** What an export holds: its rows, its headings that nobody knows, and what is wrong with it, in sentences. */
export interface PortalExport {
  readonly rows: readonly PortalRow[]
  readonly unknown: readonly string[]
  readonly problems: readonly string[]
}

/** Reads the table of an export. @param zone the City's, in which times with an offset are told */
export function readPortal(table: readonly (readonly string[])[], zone: string): PortalExport {
  const [head = [], ...body] = table
  const places = new Map<Field, number>()
  for (const field of Object.keys(portalHeadings).filter(isField)) {
    const at = portalHeadings[field]
      .map((name) => head.findIndex((heading) => foldedHeading(heading) === name))
      .find((one) => one >= 0)
    if (at !== undefined) places.set(field, at)
  }
  if (!places.has('number')) {
    return {
      rows: [],
      unknown: [],
      problems: ['No column holds the portal’s numbers (“Request number” or “Id”). Is this the portal’s export?'],
    }
  }
  const used = new Set(places.values())
  const rows: PortalRow[] = []
  const problems: string[] = []
  body.forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const row = rowOf(cells, head, places, zone)
    if (row === null) problems.push(`Line ${at + 2} has no number; it was left out.`)
    else if (rows.some(({ number }) => number === row.number))
      problems.push(`${row.number} stands in the file twice; the first line counts.`)
    else rows.push(row)
  })
  return { rows, unknown: head.filter((_, at) => !used.has(at) && foldedHeading(head[at] ?? '') !== ''), problems }
}

function rowOf(
  cells: readonly string[],
  head: readonly string[],
  places: ReadonlyMap<Field, number>,
  zone: string,
): PortalRow | null {
  const cell = (field: Field) => cells[places.get(field) ?? -1]?.trim() ?? ''
  const number = cell('number').replace(/\s+/g, ' ')
  if (number === '' || number.length > 60) return null
  const received = readWrittenTime(cell('received'), zone)
  const day = (field: Field) => readWrittenTime(cell(field), zone)?.on ?? null
  const paused = /^\d{1,4}$/.test(cell('paused')) ? Number(cell('paused')) : null
  const closedOn = day('closedOn')
  return {
    number,
    receivedOn: received?.on ?? null,
    receivedAt: received?.at ?? null,
    dueOn: day('due'),
    closedOn,
    status: cell('status'),
    closed: closedOn !== null || portalClosed.test(cell('status')),
    text: cell('text'),
    requester: cell('requester'),
    contact: [cell('email'), cell('telephone')].filter((one) => one !== '').join(', '),
    department: cell('department'),
    format: cell('format'),
    pausedDays: paused,
    columns: Object.fromEntries(
      head.map((heading, at) => [heading, cells[at] ?? '']).filter(([, value]) => value !== ''),
    ),
  }
}

/** The headings under which two readings of one request differ, in the order of the newer. */
export function changedColumns(before: PortalRow, after: PortalRow): string[] {
  const names = new Set([...Object.keys(after.columns), ...Object.keys(before.columns)])
  return [...names].filter((name) => (before.columns[name] ?? '') !== (after.columns[name] ?? ''))
}

/** A heading as headings are compared. */
export function foldedHeading(heading: string): string {
  return heading
    .replace(/^\ufeff/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase()
}

function isField(name: string): name is Field {
  return Object.hasOwn(portalHeadings, name)
}
