// The versions of the schedule, and what changed between two of them.
import { useState } from 'react'
import { type ScheduleVersion, scheduleCompare, scheduleList } from '../../../shared/contract/schedule.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant, todayIn } from '../../locale/time.ts'
import { Waiting } from '../../ui/delayed.tsx'
import { Section } from '../../ui/page.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Comparison } from './comparison.tsx'

const t = translator(en)

/** The part. */
export function VersionsPart() {
  const { zone } = useVault().summary
  const today = todayIn(zone)
  const versions = useQuery(scheduleList, {}, ['schedule']).data
  if (!versions) return <Waiting words="…" />
  const now = versions.find(({ adoptedOn, effectiveFrom }) => adoptedOn <= today && effectiveFrom <= today)
  const stateOf = ({ id, effectiveFrom }: ScheduleVersion) => {
    if (id === now?.id) return t('state.now')
    return effectiveFrom > today ? t('state.later', { day: formatDay(effectiveFrom) }) : t('state.earlier')
  }
  return (
    <>
      <Section title={t('versions')}>
        <p className="soft">{t('versionsAbout')}</p>
        <ListTable<ScheduleVersion>
          file="schedule-versions"
          label={t('versions')}
          rows={versions}
          keyOf={({ id }) => id}
          columns={[
            { id: 'name', title: t('name'), heading: true, cell: ({ id, name }) => t('version', { id, name }) },
            { id: 'state', title: t('state'), tight: true, cell: stateOf },
            { id: 'resolution', title: t('resolution'), cell: ({ resolution }) => resolution },
            { id: 'adopted', title: t('adopted'), tight: true, cell: ({ adoptedOn }) => formatDay(adoptedOn) },
            { id: 'paper', title: t('paper'), cell: ({ paper }) => <bdi>{paper ?? ''}</bdi> },
            { id: 'series', title: t('seriesTitle'), number: true, cell: ({ series }) => series },
            { id: 'source', title: t('source'), cell: ({ source }) => <bdi>{source}</bdi> },
            {
              id: 'loaded',
              title: t('loadedOn'),
              cell: ({ importedAt, importedBy }) =>
                t('loadedBy', { day: formatInstant(importedAt, zone, 'day'), name: importedBy ?? '' }),
            },
          ]}
        />
      </Section>
      {versions.length > 1 && <Compare versions={versions} today={today} />}
    </>
  )
}

function Compare({ versions, today }: { readonly versions: readonly ScheduleVersion[]; readonly today: string }) {
  const [from, setFrom] = useState(versions[1]?.id)
  const [to, setTo] = useState(versions[0]?.id)
  const asOf = LocalDate.parse(today)
  const ready = from !== undefined && to !== undefined && from !== to
  const answer = useQuery(scheduleCompare, ready ? { from, to: { id: to }, asOf } : null, ['records'], 5000)
  const choices = versions.map(({ id, name }) => ({ id: String(id), label: t('version', { id, name }) }))
  const idOf = (value: string) => versions.find(({ id }) => String(id) === value)?.id
  return (
    <Section title={t('compare')}>
      <p className="soft">{t('compareAbout')}</p>
      <div className="form">
        <div className="form-row">
          <Picker label={t('from')} value={String(from)} onChange={(id) => setFrom(idOf(id))} choices={choices} />
          <Picker label={t('to')} value={String(to)} onChange={(id) => setTo(idOf(id))} choices={choices} />
        </div>
      </div>
      {ready ? (
        <Comparison {...answer} asOf={today} compared={{ from, to: { id: to } }} />
      ) : (
        <p className="soft">{t('sameSchedules')}</p>
      )}
    </Section>
  )
}
