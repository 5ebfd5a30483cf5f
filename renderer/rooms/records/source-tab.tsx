// The exact source that a version was read from, fetched when it is looked at.
import { useState } from 'react'
import { recordSource } from '../../../shared/contract/record.ts'
import type { RecordDetail } from '../../../shared/domain/record/record.ts'
import { useOpened } from '../../client/opened.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { formatBytes } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Clipped } from '../../ui/clipped.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { MaskedNotice } from './masked-notice.tsx'
import { prettyJson } from './pretty.ts'

const t = translator(en)
const MOST = 20_000

/** The tab. */
export function SourceTab({ record }: { readonly record: RecordDetail }) {
  const [number, setNumber] = useState(record.versions.at(-1)?.number ?? 1)
  // Asked for one version of one record: another is masked again.
  const [shown, setShown] = useState('')
  const place = `${record.id} ${number}`
  const unmasked = shown === place
  const opened = useOpened(useVault().summary.vaultId, record.id)
  const asked = { id: record.id, version: number, unmasked, opened }
  const { data, refusal } = useQuery(recordSource, asked, ['records'], 2000)
  if (refusal) return <RefusalNotice refusal={refusal} />
  return (
    <>
      {record.versions.length > 1 && (
        <Picker
          label={t('tabVersions')}
          value={String(number)}
          onChange={(id) => setNumber(Number(id))}
          choices={record.versions.map((version) => ({
            id: String(version.number),
            label: t('version', { number: version.number }),
          }))}
        />
      )}
      {!data && <Waiting words={t('loading')} />}
      <MaskedNotice
        key={place}
        id={record.id}
        version={number}
        count={data?.reduce((sum, part) => sum + part.masked, 0) ?? 0}
        shown={unmasked}
        onShow={(show) => setShown(show ? place : '')}
      />
      {data?.map((part) => (
        <section key={part.role} className="source-part" aria-label={t('sourceRole', { role: part.role })}>
          <h3>
            {t('sourceRole', { role: part.role })} <span className="soft">{formatBytes(part.bytes)}</span>
          </h3>
          <Clipped
            text={prettyJson(part.text)}
            most={MOST}
            more={t('sourceClip', { count: part.text.length })}
            draw={(text) => (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
              <pre className="source mono" tabIndex={0}>
                <PlainText text={text} />
              </pre>
            )}
          />
        </section>
      ))}
    </>
  )
}
