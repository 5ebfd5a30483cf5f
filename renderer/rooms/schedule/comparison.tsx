// What changed between two schedules, and which records that moves.
import type { Refusal } from '../../../shared/contract/error.ts'
import type { ComparedSchedules, ScheduleComparison, SeriesEffect } from '../../../shared/contract/schedule.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/schedule.ts'
import { en as movesWords } from '../../locale/en/schedule-moves.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatYearDay } from '../../locale/time.ts'
import { Waiting } from '../../ui/delayed.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { ChangeTable } from './change-table.tsx'
import { MovedRecords } from './moved-records.tsx'

const t = translator(en)
const moves = translator(movesWords)

interface Props {
  readonly data: ScheduleComparison | undefined
  readonly refusal: Refusal | null
  /** The day on which records are counted as past their retention. */
  readonly asOf: string
  readonly compared: ComparedSchedules | null
}

/** The comparison, while it is counted a word of waiting; leaving ends the counting. */
export function Comparison({ data, refusal, asOf, compared }: Props) {
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words={t('comparing')} />
  const { difference, effects, orphaned, rules } = data
  const { added, removed, changed, same, fiscalYear } = difference
  const counts = { added: added.length, removed: removed.length, changed: changed.length, same }
  return (
    <>
      <p role="status">{t('summary', counts)}</p>
      {fiscalYear && (
        <p>{t('fiscalMoved', { before: formatYearDay(fiscalYear.before), after: formatYearDay(fiscalYear.after) })}</p>
      )}
      {orphaned > 0 && <Notice tone="warn">{t('orphaned', { count: orphaned })}</Notice>}
      {rules.length > 0 && <Notice tone="warn">{t('rulesLost', { rules: rules.join(', ') })}</Notice>}
      <ChangeTable difference={difference} />
      <h3 className="comparison-effects">{t('effects')}</h3>
      {effects.length === 0 ? <p className="soft">{t('noRecords')}</p> : <Effects effects={effects} asOf={asOf} />}
      {compared &&
        effects
          .filter(({ earlier, later }) => earlier + later > 0)
          .map(({ code }) => <MovedRecords key={code} compared={compared} code={code} />)}
    </>
  )
}

function Effects({ effects, asOf }: { readonly effects: readonly SeriesEffect[]; readonly asOf: string }) {
  const count = (id: 'before' | 'after' | 'dueBefore' | 'dueAfter' | 'earlier' | 'later', title: string) => ({
    ...{ id, title, number: true },
    cell: (effect: SeriesEffect) => formatCount(effect[id]),
  })
  return (
    <>
      <ListTable<SeriesEffect>
        file="schedule-effects"
        label={t('effects')}
        rows={effects}
        keyOf={({ code }) => code}
        columns={[
          { id: 'code', title: t('code'), heading: true, tight: true, cell: ({ code }) => code },
          { id: 'title', title: t('seriesTitle'), cell: ({ title }) => title },
          count('before', t('recordsBefore')),
          count('after', t('recordsAfter')),
          count('dueBefore', t('dueBefore')),
          count('dueAfter', t('dueAfter')),
          count('earlier', moves('earlierCount')),
          count('later', moves('laterCount')),
        ]}
      />
      <p className="soft">{t('effectsAbout', { day: formatDay(asOf) })}</p>
    </>
  )
}
