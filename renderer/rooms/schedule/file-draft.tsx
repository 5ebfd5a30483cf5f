// One sheet on its way to be the schedule: its columns, its codes, its authority, its first series, and what it would change.
import { type FormEvent, useEffect, useState } from 'react'
import {
  type ScheduleComparison,
  type ScheduleReading,
  scheduleImport,
  scheduleRead,
} from '../../../shared/contract/schedule.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/schedule.ts'
import { en as movesWords } from '../../locale/en/schedule-moves.ts'
import { translator } from '../../locale/t.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { type Authority, AuthorityFields, authorityOf } from './authority-fields.tsx'
import { ColumnsPart } from './columns-part.tsx'
import {
  type CodeLine,
  type ColumnChoice,
  columnLines,
  columnState,
  legendOf,
  linesOfLegend,
  mappingOf,
  type Read,
  withCodes,
} from './draft.ts'
import { FileComparison } from './file-comparison.tsx'
import { FirstRows } from './first-rows.tsx'
import { LegendForm } from './legend-form.tsx'
import type { ShownSchedule } from './shown.ts'

const t = translator(en)
const moves = translator(movesWords)

interface Props {
  readonly file: { readonly fileName: string; readonly csv: string; readonly workbook: string | null }
  readonly current: ShownSchedule | null
  readonly onLoaded: (reading: ScheduleReading) => void
  readonly onCancel: () => void
}

/** The form. */
export function FileDraft({ file, current, onLoaded, onCancel }: Props) {
  const [authority, setAuthority] = useState<Authority>(authorityOf(current))
  const [codes, setCodes] = useState<readonly CodeLine[]>(linesOfLegend(current?.schedule.legend ?? []))
  const [said, setSaid] = useState<ReadonlyMap<number, ColumnChoice>>(new Map())
  const [headerRow, setHeaderRow] = useState<number | null>(null)
  const [shown, setShown] = useState<ScheduleComparison | null>(null)
  const [second, setSecond] = useState<string | null>(null)
  const { data: first, refusal: unread } = useQuery(scheduleRead, { csv: file.csv, columns: null, legend: [] }, [])
  const lines = first ? columnLines(first, headerRow, said) : []
  const state = columnState(lines)
  const columns = mappingOf(lines, headerRow ?? first?.headerRow ?? null)
  const legend = legendOf(codes)
  const { data: fresh } = useQuery(scheduleRead, columns && { csv: file.csv, columns, legend }, [])
  const read = useLast(fresh)
  useEffect(() => {
    if (fresh) setCodes((before) => withCodes(before, fresh.reading.unmappedCodes))
  }, [fresh])
  const loading = useAction(async () => {
    const done = await run(scheduleImport, {
      ...file,
      ...authority,
      columns,
      legend,
      seen: shown?.seen ?? null,
      second,
    })
    onLoaded(done.reading)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void loading.go()
  }
  if (!first) return unread ? <RefusalNotice refusal={unread} /> : <Waiting words={t('reading')} />
  const isReady = columns !== null && state.undecided === 0 && (read?.reading.series ?? 0) > 0
  return (
    <form className="schedule-part" onSubmit={submit}>
      <ColumnsPart
        read={first}
        lines={lines}
        state={state}
        headerRow={headerRow ?? first.headerRow}
        onHeaderRow={(row) => {
          setHeaderRow(row)
          setSaid(new Map())
        }}
        onChoice={(at, choice) => setSaid((before) => new Map(before).set(at, choice))}
      />
      {columns !== null && read && <FirstRows read={read} />}
      {columns !== null && <LegendForm lines={codes} onLines={setCodes} />}
      <AuthorityFields value={authority} onChange={setAuthority} />
      {isReady && current && (
        <FileComparison
          file={{ ...file, columns, legend }}
          authority={authority}
          current={current}
          onShown={setShown}
        />
      )}
      {shown?.takesTwo && (
        <>
          <Notice tone="warn">{moves('takesTwo')}</Notice>
          <SecondPerson value={second} onChange={setSecond} />
        </>
      )}
      {current && !shown && <p className="soft">{moves('mustSee')}</p>}
      <FormEnd
        action={loading}
        cancel={t('cancel')}
        onCancel={onCancel}
        disabled={!isReady || (current !== null && shown === null)}
      >
        {t('import')}
      </FormEnd>
    </form>
  )
}

/** The newest answer, kept while another is on its way, so that nothing jumps. */
function useLast(fresh: Read | undefined): Read | undefined {
  const [last, setLast] = useState<Read>()
  useEffect(() => {
    if (fresh) setLast(fresh)
  }, [fresh])
  return fresh ?? last
}
