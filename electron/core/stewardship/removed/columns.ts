// The log of removed content as a table: what each column says of an entry.
import type { RemovedEntry, Showing } from '../../../../shared/contract/removed.ts'
import type { Account } from '../../../../shared/domain/account/account.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { type Removal, RemovalAct, type RemovalField } from '../../../../shared/domain/office/removal.ts'
import { localDate } from '../../../../shared/domain/time.ts'
import { platformName } from '../../../../shared/text/names.ts'
import {
  photoExceptionWords,
  platformActionWords,
  removalActWords,
  removalKindWords,
  removalStateWords,
  removedByWords,
} from '../../../../shared/text/removal-words.ts'

/** What the cells of an entry are made of. */
export interface LogFacts {
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly zone: string
  /** Names of the agreements by number. */
  readonly papers: ReadonlyMap<number, string>
}

export interface LogColumn {
  readonly title: string
  readonly value: (entry: RemovedEntry, facts: LogFacts) => string
}

/** The columns, in their order. */
export const logColumns: readonly LogColumn[] = [
  { title: 'No.', value: ({ id }) => String(id) },
  { title: 'What', value: ({ said }) => removalKindWords[said.kind] },
  { title: 'Stands at', value: ({ state }) => removalStateWords[state] },
  { title: 'Posted', value: (entry) => orWhy(entry.facts?.posted ?? entry.said.posted ?? '', entry, 'posted') },
  { title: 'Shown until', value: ({ said }) => said.shownUntil ?? '' },
  { title: 'Removed', value: (entry) => orWhy(entry.said.removed ?? '', entry, 'removed') },
  { title: 'Platform', value: (entry, facts) => platformName(accountOf(entry, facts)?.platform ?? '') },
  { title: 'Account', value: (entry, facts) => (accountOf(entry, facts) ? `@${accountOf(entry, facts)?.handle}` : '') },
  { title: 'Page or thread', value: (entry) => orWhy(entry.said.thread, entry, 'thread') },
  { title: 'Author', value: (entry) => orWhy(entry.facts?.author || entry.said.author, entry, 'author') },
  { title: 'Content', value: contentOf },
  { title: 'Removed by', value: (entry) => byOf(entry) },
  { title: 'Done on the platform', value: (entry) => orWhy(actionOf(entry.said), entry, 'action') },
  { title: 'Guideline violated', value: (entry, facts) => orWhy(guidelineOf(entry.said, facts), entry, 'guideline') },
  { title: 'Reason', value: (entry) => orWhy(entry.said.reason, entry, 'reason') },
  { title: 'Viewpoint', value: (entry) => orWhy(entry.said.viewpoint, entry, 'viewpoint') },
  { title: 'Decided by', value: (entry) => orWhy(entry.said.decidedBy, entry, 'decidedBy') },
  { title: 'Copy', value: copyOf },
  { title: 'SHA-256 of its content', value: ({ facts }) => facts?.digest ?? '' },
  { title: 'Shown by imports', value: ({ facts }, { zone }) => showings(facts?.shown, zone) },
  { title: 'Not shown by imports', value: ({ facts }, { zone }) => showings(facts?.notShown, zone) },
  {
    title: 'Exception (Pen. Code 13665)',
    value: ({ said }) => (said.exception ? photoExceptionWords[said.exception] : ''),
  },
  { title: 'Off the page by', value: ({ due }) => due ?? '' },
  { title: 'Acts', value: ({ acts }) => acts.map(actLine).join('\n') },
]

function orWhy(value: string, { said }: RemovedEntry, field: RemovalField): string {
  const why = said.missing[field]
  if (value !== '') return why === undefined ? value : `${value} (not available in full, because ${why})`
  return why === undefined ? '' : `not available, because ${why}`
}

function accountOf({ account }: RemovedEntry, { accounts }: LogFacts): Account | undefined {
  return account === null ? undefined : accounts.get(account)
}

function contentOf({ facts, recordGone }: RemovedEntry): string {
  if (recordGone) return 'the record is no longer in this vault'
  return facts?.words ?? ''
}

function byOf(entry: RemovedEntry): string {
  return entry.said.by === 'unknown' ? orWhy(removedByWords.unknown, entry, 'by') : removedByWords[entry.said.by]
}

function actionOf({ action }: Removal): string {
  return action === null ? '' : platformActionWords[action]
}

function guidelineOf({ guideline, guidelineWords }: Removal, { papers }: LogFacts): string {
  if (guideline === null) return guidelineWords
  const { paper, version, clause } = guideline
  return `${papers.get(paper) ?? `document ${paper}`}, version ${version}: ${clause}`
}

function copyOf(entry: RemovedEntry): string {
  if (entry.record !== null) return `record ${entry.record} of this vault`
  return orWhy(entry.said.copy, entry, 'copy')
}

function showings(list: readonly Showing[] | undefined, zone: string): string {
  return (list ?? []).map(({ accession, made }) => `import ${accession} (${localDate(made, zone)})`).join(', ')
}

function actLine({ act, on, by, words }: RemovedEntry['acts'][number]): string {
  const known = RemovalAct.safeParse(act).data
  return `${on} ${known === undefined ? act : removalActWords[known]}, ${by}${words === '' ? '' : `: ${words}`}`
}
