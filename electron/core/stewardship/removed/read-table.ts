// A log of removed content that was kept elsewhere: its columns, what each is taken for, and what its rows become.
import type { Account } from '../../../../shared/domain/account.ts'
import { handleKey } from '../../../../shared/domain/handle.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { PlatformAction, Removal, type RemovalField, RemovedBy } from '../../../../shared/domain/removal.ts'
import { readMoment } from '../../../../shared/domain/written-moment.ts'
import { readTable } from '../table-columns.ts'

/** What a column can be taken for. */
const FIELDS = {
  account: ['account', 'page', 'handle', 'channel', 'city account'],
  posted: ['posted', 'date posted', 'posted at', 'post date'],
  removed: ['removed', 'date removed', 'removed at', 'date', 'removal date', 'date/time removed'],
  time: ['time', 'time removed'],
  thread: ['thread', 'url', 'link', 'page or thread', 'post', 'location'],
  author: ['author', 'source', 'user', 'username', 'commenter', 'posted by'],
  by: ['removed by', 'by whom'],
  action: ['action', 'done on the platform', 'platform action'],
  guidelineWords: ['guideline', 'guideline violated', 'violation', 'rule'],
  reason: ['reason', 'notes', 'why'],
  viewpoint: ['viewpoint'],
  decidedBy: ['decided by', 'staff', 'moderator', 'decision by'],
  copy: ['copy', 'screenshot', 'file'],
} as const
type TableField = keyof typeof FIELDS

const TEXTS = ['thread', 'author', 'guidelineWords', 'reason', 'viewpoint', 'decidedBy', 'copy'] as const
const MOST_PROBLEMS = 200
const NOT_IN_LOG = 'the log that was taken in does not say it'

export interface ReadLog {
  readonly headings: string[]
  readonly columns: (string | null)[]
  readonly rows: { account: AccountId | null; said: Removal }[]
  readonly problems: string[]
}

/**
 * Reads a log.
 * @param columns what each column is, by the names of the fields; null tells it from the headings
 * @throws MunimentError INPUT_INVALID where it is no table, or a column is no field
 */
export function readLog(
  csv: string,
  columns: readonly (string | null)[] | null,
  { accounts, zone }: { readonly accounts: readonly Account[]; readonly zone: string },
): ReadLog {
  const { headings, columns: fields, lines } = readTable<TableField>(csv, columns, FIELDS)
  const problems: string[] = []
  const rows = lines.flatMap((line, at) => {
    const cell = (field: TableField) => {
      const place = fields.indexOf(field)
      return place === -1 ? '' : (line[place] ?? '').trim()
    }
    const read = readRow(cell, { accounts, zone })
    problems.push(...read.problems.map((problem) => `Line ${at + 2}: ${problem}`))
    const blank = line.every((one) => one.trim() === '')
    return blank || read.said === null ? [] : [{ account: read.account, said: read.said }]
  })
  return { headings: [...headings], columns: [...fields], rows, problems: problems.slice(0, MOST_PROBLEMS) }
}

function readRow(
  cell: (field: TableField) => string,
  { accounts, zone }: { readonly accounts: readonly Account[]; readonly zone: string },
) {
  const problems: string[] = []
  const moment = (text: string, of: string) => {
    const read = text === '' ? null : readMoment(text, zone)
    if (text !== '' && read === null) problems.push(`“${text}” is no day that can be told without guessing (${of}).`)
    return read
  }
  const posted = moment(cell('posted'), 'posted')
  const removed = moment(`${cell('removed')} ${cell('time')}`.trim(), 'removed')
  const by = RemovedBy.safeParse(
    cell('by')
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/^city.*/, 'city'),
  )
  const action = PlatformAction.safeParse(cell('action').toLowerCase())
  if (cell('action') !== '' && !action.success)
    problems.push(`“${cell('action')}” is not one of: ${PlatformAction.options.join(', ')}.`)
  const account = cell('account') === '' ? null : accountOf(accounts, cell('account'))
  if (cell('account') !== '' && account === null)
    problems.push(`There is no account ${cell('account')} in the register; the entry names none.`)
  const texts = Object.fromEntries(TEXTS.map((field) => [field, cell(field)]))
  const reasons: Partial<Record<RemovalField, string>> = posted === null ? { posted: NOT_IN_LOG } : {}
  const parsed = Removal.safeParse({
    ...{ kind: 'content', posted, removed, ...texts, missing: reasons },
    by: by.success ? by.data : 'unknown',
    action: action.success ? action.data : null,
  })
  if (!parsed.success)
    problems.push(...parsed.error.issues.map(({ path, message }) => `not taken in: ${path.join('.')}: ${message}.`))
  return { account, problems, said: parsed.data ?? null }
}

function accountOf(accounts: readonly Account[], named: string): AccountId | null {
  const found = accounts.filter(
    ({ platform, handle, name }) =>
      [handleKey(handle), `${platform}:${handleKey(handle)}`].includes(handleKey(named)) || name === named,
  )
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
