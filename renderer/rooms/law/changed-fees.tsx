// Of a schedule of fees: which of its lines differ from those of the schedule in whose place it comes.
import { type FeeLine, feeChanges, feeLineKey } from '../../../shared/domain/request/fee.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import { en as law } from '../../locale/en/law.ts'
import { en } from '../../locale/en/rule-files.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { dollars } from './fee-lines.ts'

const t = translator(en)
const inLaw = translator(law)

interface Props {
  /** Of the schedule that ends. */
  readonly title: string
  readonly from: LocalDate | null
  readonly fees: readonly FeeLine[]
  readonly old: readonly FeeLine[]
}

/** The lines that change, that are new, and that end. */
export function ChangedFees({ title, from, fees, old }: Props) {
  const changes = feeChanges(old, fees)
  const day = from === null ? '' : formatDay(from)
  return (
    <>
      <p className="hint">
        {t('insteadOf', { title })}{' '}
        {changes.length === 0 ? t('sameFees') : t('changedFees', { count: changes.length, day })}
      </p>
      {changes.length > 0 && (
        <ul className="bullets">
          {changes.map((change) => (
            <li key={feeLineKey(change)}>
              {change.after === null
                ? t('feeEnds', { words: change.before === null ? change.words : feeWords(change.before) })
                : change.before === null
                  ? t('feeNew', { words: feeWords(change.after) })
                  : t('feeOther', { before: feeWords(change.before), after: feeWords(change.after) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A line in words: what for, how much, and its kind. */
export function feeWords({ kind, words, per, cents }: FeeLine): string {
  return t('feeLine', { words, price: inLaw('feePer', { amount: dollars(cents), per }), kind: inLaw(`fee.${kind}`) })
}
