// The records of a series that another schedule lets go earlier or keeps longer, each with the day before and after; a stretch at a time.
import { useState } from 'react'
import { type ComparedSchedules, scheduleMoved } from '../../../shared/contract/schedule.ts'
import { useAction } from '../../client/action.ts'
import { ask, type Output } from '../../client/call.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/schedule-moves.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

type Moved = Output<typeof scheduleMoved>['records'][number]

/** The list; it begins empty and grows by a button, so that nothing is read that nobody asked for. */
export function MovedRecords({ compared, code }: { readonly compared: ComparedSchedules; readonly code: string }) {
  const [rows, setRows] = useState<readonly Moved[]>([])
  const [next, setNext] = useState<Moved['record'] | null | undefined>(undefined)
  const more = useAction(async () => {
    let after = next ?? null
    let found: readonly Moved[] = []
    // Stretches in which nothing moves are passed over.
    do {
      const stretch = await ask(scheduleMoved, { ...compared, code, after })
      found = stretch.records
      after = stretch.next
    } while (found.length === 0 && after !== null)
    setRows((before) => [...before, ...found])
    setNext(after)
  })
  return (
    <>
      {rows.length > 0 && (
        <ListTable<Moved>
          file="schedule-moved"
          label={t('movedOf', { code })}
          rows={rows}
          keyOf={({ record }) => record}
          columns={[
            {
              id: 'record',
              title: t('record'),
              heading: true,
              tight: true,
              cell: ({ record }) => <a href={address('records', [String(record)])}>{record}</a>,
            },
            { id: 'made', title: t('made'), cell: ({ made }) => formatDay(made) },
            { id: 'move', title: t('move'), cell: ({ move }) => t(move) },
            { id: 'was', title: t('was'), cell: ({ was }) => (was === null ? t('noDay') : formatDay(was)) },
            { id: 'is', title: t('is'), cell: ({ is }) => (is === null ? t('noDay') : formatDay(is)) },
          ]}
        />
      )}
      <RefusalNotice refusal={more.refusal} />
      {next !== null && (
        <div className="moved-more">
          <Button look="quiet" busy={more.busy} onPress={() => void more.go()}>
            {t(next === undefined ? 'list' : 'more', { code })}
          </Button>
        </div>
      )}
    </>
  )
}
