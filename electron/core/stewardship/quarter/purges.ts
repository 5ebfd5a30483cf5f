// The report of a quarter: purge plans, and what was destroyed under them by its certificate.
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { amount, grouped } from '../../../../shared/text/amount.ts'
import { plansBetween, purgesBetween } from '../../vault/repository/office/quarter.ts'
import type { QuarterMeans, QuarterSection } from './section.ts'

/** Plans alone: they destroy nothing. */
export function planSection({ db, start, end, facts }: QuarterMeans): QuarterSection {
  const plans = plansBetween(db, start, end)
  return {
    title: 'Purge plans',
    words: [`${amount(plans.length, 'purge plan')} drawn up. A plan destroys nothing by itself.`],
    heads: ['Plan', 'As of', 'Drawn up', 'Eligible', 'Stays'],
    figures: [3, 4],
    rows: plans.map(({ id, custody, asOf, madeAt, eligible, excluded }) => [
      numbered(id, custody),
      asOf,
      localDate(Instant.parse(madeAt), facts.zone),
      grouped(eligible),
      grouped(excluded),
    ]),
  }
}

/** What was carried out. */
export function purgeSection({ db, start, end, facts }: QuarterMeans): QuarterSection {
  const purges = purgesBetween(db, start, end)
  const destroyed = purges.reduce((sum, one) => sum + one.destroyed, 0)
  const given = purges.reduce((sum, one) => sum + (one.custody === 1 ? one.destroyed : 0), 0)
  const open = purges.filter(({ certifiedAt }) => certifiedAt === null).length
  return {
    title: 'Purges',
    words: [
      purges.length === 0
        ? 'Nothing was destroyed: no approved plan was carried out.'
        : `${amount(destroyed, 'record')} destroyed under ${amount(purges.length, 'approved plan')}. Each has a certificate that lists what went, what was passed over, and what was looked through afterwards.`,
      ...(given > 0
        ? [
            `Of ${amount(given, 'of these', 'of these')} custody was given to an archive that has a copy and signed for it.`,
          ]
        : []),
      ...(open > 0 ? [`${amount(open, 'purge has', 'purges have')} no certificate yet.`] : []),
    ],
    heads: ['Certificate', 'Plan', 'Begun', 'Certified', 'Destroyed', 'Passed over'],
    figures: [4, 5],
    rows: purges.map(({ certificate, plan, custody, beganAt, certifiedAt, stopped, destroyed: gone, passedOver }) => [
      certificate,
      numbered(plan, custody),
      localDate(Instant.parse(beganAt), facts.zone),
      certifiedAt === null
        ? stopped === null
          ? 'not yet'
          : 'stopped'
        : localDate(Instant.parse(certifiedAt), facts.zone),
      grouped(gone),
      grouped(passedOver),
    ]),
  }
}

/** A plan by its number. @param custody 1 where it is one to give up custody */
function numbered(plan: number, custody: number): string {
  return custody === 1 ? `${plan} (custody)` : String(plan)
}
