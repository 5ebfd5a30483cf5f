// The way from a record to the captured pages that show it, as they looked.
import { captureOfRecord } from '../../../shared/contract/replay.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/records.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The links; nothing where no capture of pages shows the record. */
export function CapturedLinks({ record }: { readonly record: RecordId }) {
  const { zone } = useVault().summary
  const { data } = useQuery(captureOfRecord, { record }, ['captures', 'accessions'], 1000)
  if (data === undefined || data.length === 0) return null
  return (
    <div className="origin">
      <h3>{t('asCaptured')}</h3>
      <ul className="captured-links">
        {data.map(({ capture, at, page }) => (
          <li key={capture}>
            <a href={address('captures', [capture], { page: page ?? '' })}>
              {t(page === null ? 'capturedIn' : 'capturedPage', { when: formatInstant(at, zone, 'moment') })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
