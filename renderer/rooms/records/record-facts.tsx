// What else is known of a record.
import type { RecordDetail } from '../../../shared/domain/record/record.ts'
import { useVault } from '../../client/vault.ts'
import { word } from '../../locale/en/domain.ts'
import { detailWord, en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { PlainText } from '../../ui/plain-text.tsx'

const t = translator(en)
const LONGEST = 2000

interface Props {
  readonly record: RecordDetail
  readonly details: Readonly<Record<string, unknown>>
}

/** The facts as a list of names and values. */
export function RecordFacts({ record, details }: Props) {
  const { zone } = useVault().summary
  const facts: [name: string, value: string | null][] = [
    [t('kind'), word(record.kind)],
    [
      t('asWritten'),
      record.atSource === null ? null : `${record.atSource}${record.sourceZone ? ` (${record.sourceZone})` : ''}`,
    ],
    [t('deletedAt'), record.deletedAt === null ? null : formatInstant(record.deletedAt, zone, 'exact')],
    [t('nativeId'), record.nativeId],
    [t('conversation'), record.conversation],
    [t('answers'), record.parentNativeId],
    ...Object.entries(details).map(([name, value]): [string, string | null] => [detailWord(name), readable(value)]),
  ]
  return (
    <section className="record-part" aria-label={t('facts')}>
      <h3>{t('facts')}</h3>
      <dl className="facts">
        {facts.map(
          ([name, value]) =>
            value !== null &&
            value !== '' && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <PlainText text={value.slice(0, LONGEST)} />
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

function readable(value: unknown): string | null {
  if (value === null || value === undefined || value === false) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(readable).filter(Boolean).join(', ')
  return Object.entries(value)
    .map(([name, part]) => `${detailWord(name)}: ${readable(part) ?? '–'}`)
    .join(', ')
}
