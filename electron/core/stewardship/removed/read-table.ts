// A log of removed content that was kept elsewhere: its columns, what each is taken for, and what its rows become.
import type { LogField } from '../../../../shared/contract/removed.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import { handleKey } from '../../../../shared/domain/account/handle.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import {
  PlatformAction,
  Removal,
  type RemovalField,
  RemovalKind,
  RemovedBy,
} from '../../../../shared/domain/office/removal.ts'
import { readMoment } from '../../../../shared/domain/written-moment.ts'
import { platformName } from '../../../../shared/text/names.ts'
import { platformActionWords, removalKindWords } from '../../../../shared/text/removal-words.ts'
import { type Headings, readTable } from '../table-columns.ts'

/** The headings that mean a field; those of the log as it is written out are among them. */
const FIELDS: Headings<LogField> = {
  kind: ['what', 'type'],
  account: ['page', 'handle', 'channel', 'city account'],
  platform: ['network', 'tool', 'site'],
  posted: ['date posted', 'posted at', 'post date'],
  shownUntil: ['shown until', 'seen last', 'last seen'],
  removed: ['date removed', 'removed at', 'date', 'removal date', 'date/time removed'],
  time: ['time removed'],
  thread: ['url', 'link', 'page or thread', 'post', 'location'],
  author: ['source', 'user', 'username', 'commenter', 'posted by'],
  by: ['removed by', 'by whom'],
  action: ['done on the platform', 'platform action'],
  guidelineWords: ['guideline', 'guideline violated', 'violation', 'rule'],
  reason: ['notes', 'why'],
  viewpoint: [],
  decidedBy: ['decided by', 'staff', 'moderator', 'decision by'],
  copy: ['screenshot', 'file'],
}

const TEXTS = ['thread', 'author', 'guidelineWords', 'reason', 'viewpoint', 'decidedBy', 'copy'] as const
/** What is not available stands under the name of the field of an entry. */
const REMOVAL_FIELDS: Partial<Record<LogField, RemovalField>> = {
  posted: 'posted',
  removed: 'removed',
  thread: 'thread',
  author: 'author',
  by: 'by',
  action: 'action',
  guidelineWords: 'guideline',
  reason: 'reason',
  viewpoint: 'viewpoint',
  decidedBy: 'decidedBy',
  copy: 'copy',
}
const MOST_PROBLEMS = 200
const NOT_IN_LOG = 'the log that was taken in does not say it'

/** A row as it would be written down, and the line of the table on which it stands; the headings are line 1. */
export interface LogRow {
  readonly line: number
  readonly account: AccountId | null
  readonly said: Removal
}

export interface ReadLog {
  readonly headings: string[]
  readonly columns: (string | null)[]
  readonly rows: readonly LogRow[]
  readonly problems: string[]
}

/**
 * Reads a log.
 * @param columns what each column is, by the names of the fields; null tells it from the headings
 * @throws MunimentError INPUT_INVALID where it is no table, or a column is no field
 */
export function readLog(csv: string, columns: readonly (string | null)[] | null, { accounts, zone }: Known): ReadLog {
  const { headings, columns: fields, lines } = readTable<LogField>(csv, columns, FIELDS)
  const problems: string[] = []
  const rows = lines.flatMap((line, at) => {
    const cell = (field: LogField) => {
      const place = fields.indexOf(field)
      return place === -1 ? '' : (line[place] ?? '').trim()
    }
    const read = readRow(cell, { accounts, zone })
    problems.push(...read.problems.map((problem) => `Line ${at + 2}: ${problem}`))
    const blank = line.every((one) => one.trim() === '')
    return blank || read.said === null ? [] : [{ line: at + 2, account: read.account, said: read.said }]
  })
  return { headings: [...headings], columns: [...fields], rows, problems: problems.slice(0, MOST_PROBLEMS) }
}

interface Known {
  readonly accounts: readonly Account[]
  readonly zone: string
}

function readRow(cell: (field: LogField) => string, { accounts, zone }: Known) {
  const problems: string[] = []
  const missing: Partial<Record<RemovalField, string>> = {}
  const read = (field: LogField) => {
    const { value, why } = explained(cell(field))
    const of = REMOVAL_FIELDS[field]
    if (why !== null && of !== undefined) missing[of] = why
    return value
  }
  const moment = (text: string, of: string) => {
    const told = text === '' ? null : readMoment(text, zone)
    if (text !== '' && told === null) problems.push(`“${text}” is no day that can be told without guessing (${of}).`)
    return told
  }
  const one = <Value extends string>(
    field: LogField,
    words: Readonly<Record<Value, string>>,
    kinds: readonly Value[],
  ) => {
    const text = read(field)
    const found = kinds.find((kind) => bare(kind) === bare(text) || bare(words[kind]) === bare(text))
    if (text !== '' && found === undefined) problems.push(`“${text}” is not one of: ${kinds.join(', ')}.`)
    return found
  }
  const posted = moment(read('posted'), 'posted')
  const shownUntil = moment(cell('shownUntil'), 'seen last')
  const removed = moment(`${read('removed')} ${cell('time')}`.trim(), 'removed')
  const kind = one('kind', removalKindWords, RemovalKind.options) ?? 'content'
  const action = one('action', platformActionWords, PlatformAction.options) ?? null
  const by = byWhom(read('by'))
  const named = cell('account')
  const account = named === '' ? null : accountOf(accounts, named, cell('platform'))
  if (named !== '' && account === null)
    problems.push(`There is no account ${named} in the register; the entry names none.`)
  const texts = Object.fromEntries(TEXTS.map((field) => [field, read(field)]))
  if (posted === null && kind !== 'block' && kind !== 'unblock') missing.posted ??= NOT_IN_LOG
  const parsed = Removal.safeParse({ kind, posted, shownUntil, removed, ...texts, by, action, missing })
  if (!parsed.success)
    problems.push(...parsed.error.issues.map(({ path, message }) => `not taken in: ${path.join('.')}: ${message}.`))
  return { account, problems, said: parsed.data ?? null }
}

/** A cell as the log itself writes it where something is not available. */
function explained(text: string): { readonly value: string; readonly why: string | null } {
  const { value = '', why } = /^not available, because (?<why>.+)$/s.exec(text)?.groups ?? {}
  if (why !== undefined) return { value, why }
  const part = /^(?<value>.+) \(not available in full, because (?<why>.+)\)$/s.exec(text)?.groups
  return part === undefined ? { value: text, why: null } : { value: part.value ?? '', why: part.why ?? null }
}

/** “The City”, “City staff”, “its author”; nobody where it is not said. */
function byWhom(text: string): RemovedBy {
  const word = bare(text)
  return RemovedBy.options.find((by) => word === by || word.startsWith(`${by} `)) ?? 'unknown'
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('-', ' ')
    .replace(/^(?:the|its) /, '')
}

function accountOf(accounts: readonly Account[], named: string, platform: string): AccountId | null {
  const found = accounts.filter(
    ({ platform: of, handle, name }) =>
      ([handleKey(handle), `${of}:${handleKey(handle)}`].includes(handleKey(named)) || name === named) &&
      (platform === '' || [of, platformName(of).toLowerCase()].includes(platform.toLowerCase())),
  )
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
