// How the time zone was changed before.
import { type ZoneChange, zoneList } from '../../../shared/contract/zone.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'

const t = translator(en)

/** The table, the newest change first; nothing where there was none. */
export function ZoneHistory() {
  const { summary, people } = useVault()
  const changes = useQuery(zoneList, {}, ['vault']).data ?? []
  if (changes.length === 0) return null
  return (
    <Section title={t('zoneHistory')}>
      <ListTable<ZoneChange>
        file="time-zones"
        label={t('zoneHistory')}
        rows={changes}
        keyOf={({ at, zone }) => `${at} ${zone}`}
        columns={[
          { id: 'when', title: t('when'), tight: true, cell: ({ at }) => formatInstant(at, summary.zone, 'moment') },
          { id: 'before', title: t('zoneBefore'), cell: ({ before }) => before.replaceAll('_', ' ') },
          { id: 'after', title: t('zoneAfter'), heading: true, cell: ({ zone }) => zone.replaceAll('_', ' ') },
          { id: 'reason', title: t('reason'), cell: ({ reason }) => reason },
          { id: 'by', title: t('by'), cell: ({ by }) => (by === null ? '' : (people.get(by)?.name ?? by)) },
        ]}
      />
    </Section>
  )
}
