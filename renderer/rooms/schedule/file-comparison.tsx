// What a file would change, before it is loaded.
import { useEffect } from 'react'
import { type ScheduleComparison, scheduleCompare } from '../../../shared/contract/schedule.ts'
import type { ColumnMapping } from '../../../shared/domain/schedule/column.ts'
import type { Legend } from '../../../shared/domain/schedule/legend.ts'
import { FiscalYearEnd } from '../../../shared/domain/schedule/schedule.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Section } from '../../ui/page.tsx'
import type { Authority } from './authority-fields.tsx'
import { Comparison } from './comparison.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)

interface Props {
  readonly file: {
    readonly fileName: string
    readonly csv: string
    readonly columns: ColumnMapping | null
    readonly legend: Legend
  }
  readonly authority: Authority
  readonly current: ShownSchedule
  /** Told what was shown, once it is there. */
  readonly onShown: (shown: ScheduleComparison) => void
}

/** The part. */
export function FileComparison({ file, authority, current, onShown }: Props) {
  const asOf = LocalDate.parse(todayIn(useVault().summary.zone))
  const { name, resolution, fiscalYearEnd } = current.schedule
  // Who adopted it changes no record; an end of the year that is still being typed counts once it is one.
  const draft = {
    ...{ fileName: file.fileName, csv: file.csv, columns: file.columns, legend: file.legend },
    ...{ name, resolution, adoptedOn: asOf, effectiveFrom: asOf },
    fiscalYearEnd: FiscalYearEnd.safeParse(authority.fiscalYearEnd).data ?? fiscalYearEnd,
  }
  const compared = { from: current.id, to: { file: draft } }
  const answer = useQuery(scheduleCompare, { ...compared, asOf }, ['records'], 5000)
  const { data } = answer
  useEffect(() => {
    if (data) onShown(data)
  }, [data, onShown])
  return (
    <Section title={t('changesOfFile')}>
      <Comparison {...answer} asOf={asOf} compared={compared} />
    </Section>
  )
}
