// What an export holds, read before anything is stored: its period, its records by kind, and how much of it is new.
import type { IntakePreview } from '../../../shared/contract/intake.ts'
import { kindsInWords } from '../../../shared/text/names.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/imports.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Notice } from '../../ui/notice.tsx'

const t = translator(en)

type Shown = NonNullable<IntakePreview['export']>

/** The card. `reading` while it is being read again. */
export function Holdings({ shown, reading }: { readonly shown: Shown; readonly reading: boolean }) {
  const { zone } = useVault().summary
  const { period, kinds, types, compared, partial, failed } = shown
  const day = (at: number) => formatInstant(at, zone, 'day')
  const counts =
    kinds?.map(({ kind, count }) => ({ name: kindsInWords(kind), value: formatCount(count) })) ??
    types.map(({ type, claimed }) => ({ name: type, value: claimed === null ? '–' : formatCount(claimed) }))
  return (
    <section className="card holdings" aria-label={t('holds')} aria-busy={reading}>
      <h3>{t('holds')}</h3>
      {partial !== null && <p className="soft">{partial}</p>}
      {period !== null && (
        <p>
          {day(period.from) === day(period.to)
            ? day(period.from)
            : t('period', { from: day(period.from), to: day(period.to) })}
        </p>
      )}
      {counts.length === 0 ? <p className="soft">{t('holdsNothing')}</p> : <Figures figures={counts} />}
      {compared !== null && (
        <>
          <h4>{t('againstVault')}</h4>
          <Figures
            figures={[
              { name: t('wouldBeNew'), value: formatCount(compared.new) },
              { name: t('wouldBeChanged'), value: formatCount(compared.changed) },
              { name: t('wouldBeSame'), value: formatCount(compared.same) },
            ]}
          />
        </>
      )}
      {failed > 0 && <Notice tone="warn">{t('cannotBeRead', { count: failed })}</Notice>}
    </section>
  )
}

function Figures({ figures }: { readonly figures: readonly { readonly name: string; readonly value: string }[] }) {
  return (
    <dl className="figures">
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
