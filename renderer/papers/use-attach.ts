// Attaching files that were chosen, dropped or pasted: by leave of the shell where they lie on a disk, as bytes where they do not.
import { useState } from 'react'
import { MunimentError } from '../../shared/contract/error.ts'
import { jobShow } from '../../shared/contract/job.ts'
import { attachmentAdd, attachmentPaste } from '../../shared/contract/note.ts'
import type { GrantId, JobId } from '../../shared/domain/id.ts'
import { MOST_PASTED, type Subject } from '../../shared/domain/record/note.ts'
import { useAction } from '../client/action.ts'
import { run, start } from '../client/call.ts'
import { takeOne } from '../client/grants.ts'
import { useQuery } from '../client/query.ts'
import { en } from '../locale/en/papers.ts'
import { formatBytes } from '../locale/number.ts'
import { translator } from '../locale/t.ts'
import { base64Of } from '../ui/base64.ts'

const t = translator(en)

export interface Attaching {
  readonly attach: (files: readonly File[]) => void
  readonly busy: boolean
  readonly refusal: { readonly sentence: string } | null
}

/** Attaches files to a subject. */
export function useAttach(subject: Subject): Attaching {
  const [job, setJob] = useState<JobId | null>(null)
  const { data } = useQuery(jobShow, job === null ? null : { id: job }, ['jobs'], 200)
  const attaching = useAction(async (files: readonly File[]) => {
    setJob(null)
    const granted: GrantId[] = []
    for (const file of files) {
      const leave = await takeOne(file)
      if (leave !== null) granted.push(leave.grant)
      else await paste(subject, file)
    }
    if (granted.length > 0) setJob(await start(attachmentAdd, { subject, files: granted }))
  })
  const underWay = job !== null && (data === undefined || data.state === 'queued' || data.state === 'running')
  return {
    attach: (files) => void (files.length > 0 && attaching.go(files)),
    busy: attaching.busy || underWay,
    refusal: attaching.refusal ?? data?.problem ?? null,
  }
}

async function paste(subject: Subject, file: File): Promise<void> {
  if (file.size > MOST_PASTED) {
    throw new MunimentError('INPUT_INVALID', t('pasteTooLarge', { most: formatBytes(MOST_PASTED) }))
  }
  const name = file.name === '' ? t('pasted') : file.name
  await run(attachmentPaste, { subject, document: { name, bytes: await base64Of(file) } })
}
