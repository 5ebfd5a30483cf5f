// A packet on paper, and what became of writing it.
import { useState } from 'react'
import { packetPaper } from '../../../../shared/contract/packet-set.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Production } from '../../../../shared/domain/request.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { JobWords } from './job-words.tsx'

const t = translator(en)

/** The button. */
export function PaperButton({ production }: { readonly production: Production }) {
  const [job, setJob] = useState<JobId | null>(null)
  const writing = useAction(async () => {
    const target = await chooseTarget(`paper-${production.request}-${production.id}.pdf`)
    if (target) setJob(await start(packetPaper, { production: production.id, to: target.grant }))
  })
  return (
    <>
      <Button icon="print" onPress={() => void writing.go()} busy={writing.busy}>
        {t('paper')}
      </Button>
      <RefusalNotice refusal={writing.refusal} />
      <JobWords job={job} />
    </>
  )
}
