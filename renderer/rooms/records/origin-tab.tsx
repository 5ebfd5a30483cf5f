// Where each version of a record was seen: the import, the archive file, the place in it and the digest of those bytes.
import type { RecordId } from '../../../shared/domain/id.ts'
import type { Observation, RecordDetail } from '../../../shared/domain/record/record.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { PlainText } from '../../ui/plain-text.tsx'
import { address } from '../../workspace/route.ts'
import { CapturedLinks } from './captured-links.tsx'
import { CopiesPart } from './copies-part.tsx'
import { SeparateButton } from './separate-button.tsx'

const t = translator(en)

interface Props {
  readonly record: RecordDetail
  readonly onGo: (id: RecordId) => void
}

/** The tab. */
export function OriginTab({ record, onGo }: Props) {
  return (
    <section aria-label={t('originTitle')}>
      <CapturedLinks record={record.id} />
      {record.versions.toReversed().map((version) => (
        <div key={version.number} className="origin">
          <h3>{t('version', { number: version.number })}</h3>
          <dl className="facts">
            <Fact name={t('contentDigest')} value={version.digest} mono />
          </dl>
          {version.observations.map((seen) => (
            <Seen key={`${seen.accession} ${seen.member} ${seen.pointer} ${seen.start}`} seen={seen} />
          ))}
          {record.versions.length > 1 && <SeparateButton record={record.id} version={version.number} onGo={onGo} />}
        </div>
      ))}
      <CopiesPart id={record.id} />
    </section>
  )
}

function Seen({ seen }: { readonly seen: Observation }) {
  const { zone } = useVault().summary
  const range = t('rangeWords', { start: formatCount(seen.start), end: formatCount(seen.start + seen.length) })
  return (
    <dl className="facts origin-seen">
      <div>
        <dt>{t('received')}</dt>
        <dd>
          {formatInstant(seen.receivedAt, zone, 'moment')} ·{' '}
          <a href={address('imports', [seen.accession])}>{t('accession', { number: seen.accession })}</a>
        </dd>
      </div>
      <Fact name={t('package')} value={seen.packageName} />
      <Fact name={t('member')} value={seen.member} mono />
      <Fact name={t('pointer')} value={seen.pointer} mono />
      <Fact name={t('range')} value={range} />
      <Fact name={t('digest')} value={seen.digest ?? ''} mono />
      <Fact name={t('reader')} value={seen.parser} />
    </dl>
  )
}

function Fact({ name, value, mono }: { readonly name: string; readonly value: string; readonly mono?: boolean }) {
  if (value === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd className={mono ? 'mono' : ''}>
        <PlainText text={value} />
      </dd>
    </div>
  )
}
