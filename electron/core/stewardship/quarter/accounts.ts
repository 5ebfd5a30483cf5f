// The report of a quarter: the accounts, and what was posted on them.
import { AccountId } from '../../../../shared/domain/id.ts'
import { paperWords } from '../../../../shared/domain/office/office-words.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { kindWord, platformName } from '../../../../shared/text/names.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { stepsByAccount } from '../../vault/repository/account/channel.ts'
import { activityBetween } from '../../vault/repository/office/quarter.ts'
import { standing } from '../channel.ts'
import { coverageGaps, missingPapers } from '../office/overview.ts'
import { nameOf } from '../response/print.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

const STATES = {
  draft: 'draft',
  requested: 'asked for',
  approved: 'approved',
  refused: 'refused',
  active: 'in use',
  dormant: 'at rest',
  dissolved: 'given up',
} as const

/** The register as it stands when the report is written. */
export function accountSection({ db, accounts }: QuarterMeans): QuarterSection {
  const steps = stepsByAccount(db)
  const city = [...accounts.values()].filter(({ personal }) => personal === undefined)
  const gaps = coverageGaps(db)
  const papers = missingPapers(db)
  return {
    title: 'Accounts',
    words: [
      `The City has ${amount(city.length, 'account')} in the register.`,
      ...gaps.map(({ department, why }) =>
        why === 'no-liaison'
          ? `${department || 'An account without a department'}: no liaison is named.`
          : `${department}: nobody stands in for the liaison.`,
      ),
      ...(papers.length > 0
        ? [`Not among the papers of the office: ${papers.map((paper) => paperWords[paper]).join(', ')}.`]
        : []),
    ],
    heads: ['Account', 'Platform', 'Department', 'Stands at', 'Since'],
    figures: [],
    rows: city.map(({ id, handle, platform, department }) => {
      const last = standing(steps.get(id) ?? [])
      return [
        `@${handle}`,
        platformName(platform),
        department,
        last === null ? 'not said' : STATES[last.state],
        last?.on ?? '',
      ]
    }),
  }
}

/** What was posted, as far as it is in the vault. */
export function activitySection({ db, accounts, start, end }: QuarterMeans): QuarterSection {
  const rows = activityBetween(db, firstIdOf(start), firstIdOf(end)).filter(
    ({ account }) => accounts.get(AccountId.parse(account))?.personal === undefined,
  )
  const byAccount = Map.groupBy(rows, ({ account }) => account)
  const bars = [...byAccount].map(([account, own]) => ({
    label: nameOf(accounts.get(AccountId.parse(account))),
    values: [own.reduce((sum, { records }) => sum + records, 0)],
  }))
  const told = bars.map(({ label, values }) => `${label}: ${values.join()}`).join('. ')
  return {
    title: 'Activity',
    words: [
      'Records of the quarter that are in the vault, by the day on which they were posted. What no export or capture has brought yet is not counted.',
      ...(rows.length === 0 ? ['None of this quarter is in the vault yet.'] : []),
    ],
    ...(bars.length === 0
      ? {}
      : { chart: { caption: 'Records by account', alt: `Bars. ${told}.`, parts: ['records'], bars } }),
    heads: ['Account', 'Kind', 'Records'],
    figures: [2],
    rows: rows.map(({ account, kind, records }) => [
      nameOf(accounts.get(AccountId.parse(account))),
      kindWord(kind),
      grouped(records),
    ]),
  }
}
