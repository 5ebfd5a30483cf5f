// Where else a record is: packets that hold it, and copies outside the vault that hold it or may.
import { recordCopies } from '../../../shared/contract/record-copies.ts'
import { copyWords } from '../../../shared/domain/disposition/copy.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/copies.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant } from '../../locale/time.ts'
import { PathText } from '../../ui/path-text.tsx'

const t = translator(en)

/** The part; nothing while it is asked. */
export function CopiesPart({ id }: { readonly id: RecordId }) {
  const { zone } = useVault().summary
  const { data } = useQuery(recordCopies, { id }, ['requests', 'ledger'], 2000)
  if (data === undefined) return null
  const { packets, outside, more } = data
  return (
    <div className="origin">
      <h3>{t('title')}</h3>
      {packets.length + outside.length === 0 && <p className="soft">{t('none')}</p>}
      <ul>
        {packets.map(({ production, request, label, kept, sentOn, posted }) => (
          <li key={`production ${production}`}>
            {t('packet', { label, request })} {kept ? t('kept') : t('notKept')}
            {sentOn !== null && ` ${t('sent', { day: formatDay(sentOn) })}`}
            {posted.map((place) => ` ${t('posted', { place })}`)}
          </li>
        ))}
        {outside.map(({ kind, place, at, sure }) => (
          <li key={`${kind} ${place} ${at}`}>
            <PathText path={place} />{' '}
            {t('made', { what: copyWords[kind] ?? kind, when: formatInstant(at, zone, 'day') })}{' '}
            {sure ? t('holds') : t('may')}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">{t('more', { count: formatCount(more) })}</p>}
    </div>
  )
}
