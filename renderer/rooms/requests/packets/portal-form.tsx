// The files for a portal: how large they may be, and who will read them.
import { useState } from 'react'
import { packetPortal } from '../../../../shared/contract/packet-set.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { Field } from '../../../ui/field.tsx'
import { PacketForm } from './form.tsx'
import { JobWords } from './job-words.tsx'

const t = translator(en)
const MEGABYTE = 1_000_000

/** The form. */
export function PortalForm({ production, onDone }: { readonly production: Production; readonly onDone: () => void }) {
  const [limit, setLimit] = useState('25')
  const [published, setPublished] = useState(false)
  const [job, setJob] = useState<JobId | null>(null)
  const writing = useAction(async () => {
    const target = await chooseTarget(`portal-${production.request}-${production.id}.zip`)
    if (!target) return
    const ask = { production: production.id, limit: Math.round(Number(limit) * MEGABYTE), published }
    setJob(await start(packetPortal, { ...ask, to: target.grant }))
  })
  return (
    <PacketForm
      about={t('portalAbout')}
      verb={t('write')}
      doing={writing}
      onCancel={onDone}
      begun={job !== null}
      disabled={!(Number(limit) >= 2)}
    >
      <Field label={t('limit')} hint={t('limitHint')} value={limit} onChange={setLimit} required autoFocus />
      <label className="check">
        <input type="checkbox" checked={published} onChange={(event) => setPublished(event.target.checked)} />
        {t('published')}
      </label>
      <JobWords job={job} />
    </PacketForm>
  )
}
