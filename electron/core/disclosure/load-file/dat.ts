// Concordance DAT (law.md §6.5): a row a record; every value between þ, values apart by the character 20, line ends within one as ®.
import { localDate } from '../../../../shared/domain/time.ts'
import { authorInWords } from '../../../../shared/text/names.ts'
import { keptBackInWords } from '../packet/details.ts'
import { cityIso } from '../packet/local-time.ts'
import type { PageSpan } from '../packet/pdf-number.ts'
import type { Released } from '../packet/released.ts'

/** What a row tells of a record besides the record itself. */
export interface LoadedRecord {
  readonly released: Released
  readonly pages: PageSpan
  readonly pageCount: number
  /** First page and last page of its conversation in the packet; its own where it belongs to none. */
  readonly family: PageSpan
  /** Paths of its text and of its pages in the packet. */
  readonly text: string
  readonly pdf: string
}

const QUOTE = 'þ'
const APART = '\u0014'
const LINE_END = '®'

type Column = readonly [name: string, value: (loaded: LoadedRecord, zone: string) => string]

/** Dates are `YYYYMMDD` in the City's zone; DATESENTISO says the moment with its offset. */
const COLUMNS: readonly Column[] = [
  ['BEGBATES', ({ pages }) => pages.first],
  ['ENDBATES', ({ pages }) => pages.last],
  ['BEGATTACH', ({ family }) => family.first],
  ['ENDATTACH', ({ family }) => family.last],
  ['CONTROLNUMBER', ({ released }) => released.label],
  ['CUSTODIAN', ({ released }) => released.account.department],
  ['PLATFORM', ({ released }) => released.account.platform],
  ['ACCOUNT', ({ released }) => released.account.handle],
  ['DOCTYPE', ({ released }) => released.record.kind],
  ['FROM', ({ released }) => (isWithheld(released) ? '' : authorInWords(released.record.author, released.account))],
  ['CONVERSATION', ({ released }) => (isWithheld(released) ? '' : (released.record.conversation ?? ''))],
  ['INREPLYTO', ({ released }) => released.parent ?? ''],
  [
    'DATESENT',
    ({ released: { record } }, zone) => (record.at === null ? '' : localDate(record.at, zone).replaceAll('-', '')),
  ],
  ['DATESENTISO', ({ released: { record } }, zone) => (record.at === null ? '' : cityIso(record.at, zone))],
  ['PAGECOUNT', ({ pageCount }) => String(pageCount)],
  ['REDACTED', ({ released }) => keptBackInWords(released.decision) ?? ''],
  ['ATTACHMENTS', ({ released }) => released.newest.media.flatMap(({ file }) => file ?? []).join('; ')],
  ['TEXTPATH', ({ text }) => windows(text)],
  ['NATIVEPATH', ({ released }) => (isWithheld(released) ? '' : windows(released.native))],
  ['PDFPATH', ({ pdf }) => windows(pdf)],
]

/** The first line, with the byte order mark: the file is UTF-8, in which þ and ® are two bytes each. */
export function datHeader(): string {
  return `\uFEFF${line(COLUMNS.map(([name]) => name))}`
}

/** A record's line. @param zone the City's IANA zone */
export function datRow(loaded: LoadedRecord, zone: string): string {
  return line(COLUMNS.map(([, value]) => value(loaded, zone)))
}

/** A path as the programs that read load files write it. */
export function windows(path: string): string {
  return path.replaceAll('/', '\\')
}

function isWithheld({ decision }: Released): boolean {
  return decision?.outcome === 'withhold'
}

function line(values: readonly string[]): string {
  return `${values.map((value) => `${QUOTE}${clean(value)}${QUOTE}`).join(APART)}\r\n`
}

/** A value's own þ and 20 would end it; no name or number needs them. */
function clean(value: string): string {
  return value
    .replace(/\r\n|[\r\n\u2028\u2029]/g, LINE_END)
    .replaceAll(QUOTE, 'th')
    .replaceAll(APART, ' ')
}
