// Taking a decision on many records back, and what came of it.
import { useState } from 'react'
import { bulkUndo } from '../../../../shared/contract/bulk.ts'
import { jobShow } from '../../../../shared/contract/job.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/bulk.ts'
import { translator } from '../../../locale/t.ts'
import { SecondPerson } from '../../../record/second-person.tsx'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** The button; then what was taken back. */
export function UndoBulk({ bulk }: { readonly bulk: number }) {
  const [job, setJob] = useState<JobId | null>(null)
  const [second, setSecond] = useState<string | null>(null)
  const undoing = useAction(async () => setJob(await start(bulkUndo, { bulk, second })))
  const { data } = useQuery(jobShow, job === null ? null : { id: job }, ['jobs'], 200)
  const done = data?.state === 'succeeded' ? bulkUndo.output.safeParse(data.result).data : undefined
  const left = done?.guarded ?? 0
  const working = undoing.busy || (job !== null && data?.state !== 'succeeded' && !data?.problem)
  const again = done === undefined || left > 0
  return (
    <>
      {done && (
        <p role="status">
          {t('undoneNow', { count: done.undone })} {done.kept > 0 && t('kept', { count: done.kept })}{' '}
          {left > 0 && t('guarded', { count: left })}
        </p>
      )}
      {left > 0 && <SecondPerson value={second} onChange={setSecond} />}
      {again && (
        <Button icon="undo" busy={working} disabled={left > 0 && second === null} onPress={() => void undoing.go()}>
          {t('undo')}
          <span className="visually-hidden"> {t('undoOf', { id: bulk })}</span>
        </Button>
      )}
      <RefusalNotice refusal={undoing.refusal ?? data?.problem ?? null} />
    </>
  )
}
