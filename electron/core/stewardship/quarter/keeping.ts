// The report of a quarter: what is kept, what keeps it, and what is missing.
import { AccountId } from '../../../../shared/domain/id.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { platformName } from '../../../../shared/text/names.ts'
import { holdsDuring, importsBetween } from '../../vault/repository/office/quarter.ts'
import { newestProofs } from '../../vault/repository/office/steward-facts.ts'
import { livingAccounts } from '../office/overview.ts'
import { nameOf } from '../response/print.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

const DAY = 86_400_000

/** Holds by their public labels. */
export function holdSection({ db, start, end, facts }: QuarterMeans): QuarterSection {
  const holds = holdsDuring(db, start, end)
  const day = (at: number | null) => (at === null ? '' : localDate(Instant.parse(at), facts.zone))
  return {
    title: 'Holds',
    words: [
      `${amount(holds.length, 'hold')} stood for some of the quarter. Matters are named by their public labels alone.`,
    ],
    heads: ['Hold', 'Label', 'Basis', 'Placed', 'Released'],
    figures: [],
    rows: holds.map(({ id, label, basis, placedAt, releasedAt }) => [
      String(id),
      label,
      basis,
      day(placedAt),
      day(releasedAt),
    ]),
  }
}

/** A reader and its version, `x 1`, with the platform as it writes itself; the version stays, since it says by which rules was read. */
function readAs(parser: string): string {
  const [platform = '', ...version] = parser.split(' ')
  return [platformName(platform), ...version].join(' ')
}

/** Imports and captures. */
export function importSection({ db, start, end, accounts, facts }: QuarterMeans): QuarterSection {
  const imports = importsBetween(db, start, end)
  const unexplained = imports.filter((one) => one.unexplained > 0)
  return {
    title: 'Exports and captures taken in',
    words: [
      `${amount(imports.length, 'export or capture', 'exports or captures')} taken in.`,
      ...(unexplained.length > 0
        ? [`${amount(unexplained.length, 'of them has', 'of them have')} differences that nobody explained yet.`]
        : []),
    ],
    heads: ['No.', 'Account', 'Read as', 'Received', 'New records', 'New versions', 'Unexplained'],
    figures: [4, 5, 6],
    rows: imports.map(({ id, account, parser, receivedAt, records, versions, unexplained: differences }) => [
      String(id),
      nameOf(accounts.get(AccountId.parse(account))),
      readAs(parser),
      localDate(Instant.parse(receivedAt), facts.zone),
      ...[records, versions, differences].map(grouped),
    ]),
  }
}

/** How long ago each account was last shown to be in the City's hands. */
export function gapSection({ db, end, facts }: QuarterMeans): QuarterSection {
  const until = Math.min(end, facts.writtenAt)
  const proofs = newestProofs(db)
  const rows = livingAccounts(db).map((account) => {
    const proof = proofs.get(account.id)
    return { account, proof, days: proof === undefined ? null : Math.max(0, Math.floor((until - proof) / DAY)) }
  })
  const without = rows.filter(({ proof }) => proof === undefined).length
  return {
    title: 'Proof of control',
    words: [
      'The newest export or capture proves that the City controls an account and has its records until then; what came later is not kept yet.',
      ...(without > 0
        ? [`${amount(without, 'account has', 'accounts have')} no export or capture in the vault at all.`]
        : []),
    ],
    heads: ['Account', 'Platform', 'Newest export or capture', 'Days without since'],
    figures: [3],
    rows: rows
      .toSorted((one, other) => (other.days ?? Number.MAX_SAFE_INTEGER) - (one.days ?? Number.MAX_SAFE_INTEGER))
      .map(({ account, proof, days }) => [
        `@${account.handle}`,
        platformName(account.platform),
        proof === undefined ? 'none' : localDate(proof, facts.zone),
        days === null ? '' : grouped(days),
      ]),
  }
}
