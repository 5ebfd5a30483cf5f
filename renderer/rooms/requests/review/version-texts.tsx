// What a record says, in each of its versions, to be read and selected but never written in.

import { namesFound } from '../../../../shared/contract/names.ts'
import type { RecordDetail, Version } from '../../../../shared/domain/record/record.ts'
import { type KeyedRedaction, phrasesOf, redactedStretches } from '../../../../shared/domain/review/redact-record.ts'
import { personalDataIn } from '../../../../shared/text/personal-data.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import type { Mark } from './pieces.ts'
import { ReadOnlyText } from './read-only-text.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly redactions: readonly KeyedRedaction[]
  /** Whether what patterns and lists of names propose is marked. */
  readonly proposals: boolean
}

/** The texts, the newest first. */
export function VersionTexts({ record, redactions, proposals }: Props) {
  const phrases = phrasesOf(record, redactions)
  const listed =
    useQuery(namesFound, proposals ? { record: record.id } : null, ['requests', 'records'], 2000).data ?? []
  const marks = (version: Version): Mark[] => {
    const own = new Set(
      redactions.flatMap((one) =>
        one.field === 'text' && one.version === version.digest ? [`${one.from} ${one.to}`] : [],
      ),
    )
    const stretches = redactedStretches(version, redactions, phrases).map(
      ({ from, to, key }): Mark => ({ from, to, key, look: own.has(`${from} ${to}`) ? 'own' : 'again' }),
    )
    const named = listed.filter((one) => one.version === version.digest)
    const proposed = proposals ? [...personalDataIn(version.text), ...named] : []
    return [...stretches, ...proposed.map(({ from, to }): Mark => ({ from, to, key: null, look: 'proposed' }))]
  }
  const [newest, ...earlier] = record.versions.toReversed()
  return (
    <>
      {newest && <Text version={newest} marks={marks(newest)} label={t('textOf')} />}
      {earlier.map((version) => (
        <section key={version.digest} className="record-part">
          <h3>
            {t('earlierTitle', { number: version.number })} <span className="soft">{t('earlierAbout')}</span>
          </h3>
          <Text version={version} marks={marks(version)} label={t('earlier', { number: version.number })} />
        </section>
      ))}
    </>
  )
}

function Text({
  version,
  marks,
  label,
}: {
  readonly version: Version
  readonly marks: readonly Mark[]
  readonly label: string
}) {
  if (version.text === '') return <p className="record-text soft">{t('noText')}</p>
  return <ReadOnlyText version={version.digest} text={version.text} marks={marks} label={label} />
}
