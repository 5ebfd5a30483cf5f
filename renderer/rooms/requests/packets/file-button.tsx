// A file that is written of a packet at the press of a button, and what became of writing it.
import { useState } from 'react'
import type { GrantId, JobId } from '../../../../shared/domain/id.ts'
import { useAction } from '../../../client/action.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { JobWords } from './job-words.tsx'

interface Props {
  readonly label: string
  readonly icon: IconName
  /** The name that is offered for the file. */
  readonly file: string
  /** Starts the job that writes it. */
  readonly begin: (to: GrantId) => Promise<JobId>
}

/** The button. */
export function FileButton({ label, icon, file, begin }: Props) {
  const [job, setJob] = useState<JobId | null>(null)
  const writing = useAction(async () => {
    const target = await chooseTarget(file)
    if (target) setJob(await begin(target.grant))
  })
  return (
    <>
      <Button icon={icon} onPress={() => void writing.go()} busy={writing.busy}>
        {label}
      </Button>
      <RefusalNotice refusal={writing.refusal} />
      <JobWords job={job} />
    </>
  )
}
