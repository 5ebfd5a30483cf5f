// What became of a file that is being written.
import { packetPortal } from '../../../../shared/contract/packet-set.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { isUnderWay, useJobs } from '../../../client/jobs.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { RefusalNotice } from '../../../ui/notice.tsx'

const t = translator(en)

/** Its state in a word; nothing where none was begun. */
export function JobWords({ job: id }: { readonly job: JobId | null }) {
  const job = useJobs()?.find((one) => one.id === id)
  if (id === null) return null
  const over = packetPortal.output.safeParse(job?.result).data?.parts.filter((part) => part.over).length ?? 0
  return (
    <>
      <span role="status" className="soft">
        {job === undefined || isUnderWay(job) ? t('writing') : job.state === 'succeeded' && t('written')}
        {over > 0 && ` · ${t('over', { count: over })}`}
      </span>
      <RefusalNotice refusal={job?.problem ?? null} />
    </>
  )
}
