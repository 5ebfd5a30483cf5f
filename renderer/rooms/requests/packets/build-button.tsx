// The button that begins a packet, and the ways of building it.
import { useState } from 'react'
import { packetDraft } from '../../../../shared/contract/packet.ts'
import { packetBuild } from '../../../../shared/contract/request.ts'
import type { JobId, RequestId } from '../../../../shared/domain/id.ts'
import { draftName } from '../../../../shared/text/marking.ts'
import { useAction } from '../../../client/action.ts'
import { start } from '../../../client/call.ts'
import { chooseTarget } from '../../../client/grants.ts'
import { useJobs } from '../../../client/jobs.ts'
import { en } from '../../../locale/en/requests.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { address } from '../../../workspace/route.ts'
import { type AskedOfPacket, BuildForm } from './build-form.tsx'

const t = translator(en)

/** The button, its menu, and what became of the packet. */
export function BuildButton({ id }: { readonly id: RequestId }) {
  const [job, setJob] = useState<JobId | null>(null)
  const [choosing, setChoosing] = useState(false)
  const building = useAction(async (asked: AskedOfPacket) => {
    const target = await chooseTarget(`packet-${id}.zip`)
    if (!target) return
    setJob(await start(packetBuild, { request: id, to: target.grant, ...asked }))
    setChoosing(false)
  })
  const drafting = useAction(async () => {
    const target = await chooseTarget(draftName(`packet-${id}.zip`))
    if (target) setJob(await start(packetDraft, { request: id, to: target.grant }))
  })
  const entry = (name: 'Draft' | 'Instalment' | 'Whole' | 'Chosen', run: () => void) => ({
    ...{ id: name, label: t(`build${name}`), detail: t(`build${name}About`), run },
  })
  return (
    <>
      <Button look="strong" icon="file" onPress={() => void building.go({})} busy={building.busy}>
        {t('build')}
      </Button>
      <MenuButton
        label={t('buildOtherwise')}
        button={<Icon name="down" />}
        entries={[
          entry('Draft', () => void drafting.go()),
          entry('Instalment', () => void building.go({ instalment: true })),
          entry('Whole', () => void building.go({ whole: true })),
          entry('Chosen', () => setChoosing(true)),
        ]}
      />
      {!choosing && <RefusalNotice refusal={building.refusal ?? drafting.refusal} />}
      <Began job={job} />
      <Dialog title={t('buildChosenTitle')} open={choosing} onClose={() => setChoosing(false)}>
        <BuildForm building={building} onCancel={() => setChoosing(false)} />
      </Dialog>
    </>
  )
}

function Began({ job: id }: { readonly job: JobId | null }) {
  const job = useJobs()?.find((one) => one.id === id)
  if (id === null || job?.state === 'succeeded') return null
  if (job?.problem) return <RefusalNotice refusal={job.problem} />
  return (
    <span role="status">
      <a href={address('jobs')}>{t('building')}</a>
    </span>
  )
}
