// Opening an attached file in another program: asked about first, and only for kinds that are read and not run.
import { useEffect, useRef, useState } from 'react'
import { jobShow } from '../../shared/contract/job.ts'
import { attachmentSave } from '../../shared/contract/note.ts'
import { OpenableType } from '../../shared/contract/shell.ts'
import type { GrantId, JobId } from '../../shared/domain/id.ts'
import type { Attachment } from '../../shared/domain/record/note.ts'
import { useAction } from '../client/action.ts'
import { start } from '../client/call.ts'
import { openPrepared, prepareOutside } from '../client/grants.ts'
import { useQuery } from '../client/query.ts'
import { en } from '../locale/en/papers.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { RefusalNotice } from '../ui/notice.tsx'

const t = translator(en)

interface Copy {
  readonly job: JobId
  readonly grant: GrantId
}

/** The button; nothing for a file that another program might run. */
export function OpenButton({ attachment: { id, name, mime } }: { readonly attachment: Attachment }) {
  const [copy, setCopy] = useState<Copy | null>(null)
  const [opened, setOpened] = useState(false)
  const { data } = useQuery(jobShow, copy === null ? null : { id: copy.job }, ['jobs'], 200)
  const type = OpenableType.safeParse(mime).data
  const preparing = useAction(async (kind: OpenableType) => {
    setOpened(false)
    const granted = await prepareOutside(name, kind)
    if (granted)
      setCopy({ job: await start(attachmentSave, { attachment: id, to: granted.grant }), grant: granted.grant })
  })
  const opening = useAction(async (grant: GrantId) => {
    await openPrepared(grant)
    setOpened(true)
  })
  const open = useRef(opening.go)
  open.current = opening.go
  const ready = data?.state === 'succeeded' ? copy?.grant : undefined
  useEffect(() => {
    if (ready !== undefined) void open.current(ready)
  }, [ready])
  if (type === undefined) return null
  return (
    <>
      <Button look="quiet" icon="outside" busy={preparing.busy} onPress={() => void preparing.go(type)}>
        {t('outside')}
        <span className="visually-hidden"> {t('outsideOf', { name })}</span>
      </Button>
      <span role="status" className="soft">
        {opened && t('opened', { name })}
      </span>
      <RefusalNotice refusal={preparing.refusal ?? opening.refusal ?? data?.problem ?? null} />
    </>
  )
}
