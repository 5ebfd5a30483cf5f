// The post as it looked: text with its links, media, numbers, and why it is here.
import type { Measure, RecordDetail } from '../../../shared/domain/record/record.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { useVault } from '../../client/vault.ts'
import { en, measureWord } from '../../locale/en/records.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Gallery } from '../../record/gallery.tsx'
import { LinkList } from '../../record/link-list.tsx'
import { RecordText } from '../../record/record-text.tsx'
import { RecordFacts } from './record-facts.tsx'
import { Why } from './why.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly terms: readonly SearchTerm[]
}

/** The tab. The newest version is shown. */
export function TextTab({ record, terms }: Props) {
  const version = record.versions.at(-1)
  if (!version) return null
  return (
    <>
      <RecordText text={version.text} terms={terms} />
      <Gallery media={version.media} />
      <LinkList links={version.links} />
      <Why record={record} />
      <Numbers record={record} />
      <RecordFacts record={record} details={version.details} />
    </>
  )
}

function Numbers({ record }: { readonly record: RecordDetail }) {
  const { zone } = useVault().summary
  if (record.measures.length === 0) return null
  return (
    <section className="record-part" aria-label={t('numbers')}>
      <h3>{t('numbers')}</h3>
      <p className="soft">{t('numbersAbout')}</p>
      <dl className="measures">
        {changesOf(record.measures).map((measure) => (
          <div key={`${measure.name} ${measure.seenAt}`}>
            <dt>{measureWord(measure.name)}</dt>
            <dd>
              <strong>{formatCount(measure.value)}</strong>{' '}
              <span className="soft">{t('seen', { when: formatInstant(measure.seenAt, zone, 'day') })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Each number where it was first seen and where it changed; exports that repeat it add nothing. */
function changesOf(measures: readonly Measure[]): Measure[] {
  const last = new Map<string, number>()
  return measures
    .toSorted((a, b) => a.seenAt - b.seenAt)
    .filter(({ name, value }) => {
      const repeated = last.get(name) === value
      last.set(name, value)
      return !repeated
    })
}
