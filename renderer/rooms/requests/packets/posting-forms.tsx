// What happens to a published copy: it is taken down, a removal is demanded, what was demanded is gone.
import { useState } from 'react'
import { packetDemand, packetDemandMet, packetTakeDown } from '../../../../shared/contract/packet-set.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { Field } from '../../../ui/field.tsx'
import { PacketForm } from './form.tsx'

const t = translator(en)

interface OfPosting {
  readonly posting: number
  readonly onDone: () => void
}

/** It was taken down. */
export function DownForm({ posting, onDone }: OfPosting) {
  const { zone } = useVault().summary
  const [on, setOn] = useState<string>(todayIn(zone))
  const entering = useAction(async () => {
    await run(packetTakeDown, { posting, on: LocalDate.parse(on) })
    onDone()
  })
  return (
    <PacketForm verb={t('enter')} doing={entering} onCancel={onDone}>
      <Field type="date" label={t('on')} value={on} onChange={setOn} required />
    </PacketForm>
  )
}

/** A removal is demanded. */
export function DemandForm({ posting, onDone }: OfPosting) {
  const { zone } = useVault().summary
  const [draft, setDraft] = useState({ on: `${todayIn(zone)}`, time: '', party: '', what: '' })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const entering = useAction(async () => {
    await run(packetDemand, { ...draft, posting, on: LocalDate.parse(draft.on) })
    onDone()
  })
  return (
    <PacketForm about={t('demandAbout')} verb={t('enter')} doing={entering} onCancel={onDone}>
      <div className="form-row">
        <Field type="date" label={t('on')} value={draft.on} onChange={(on) => set({ on })} required />
        <Field type="time" label={t('at')} value={draft.time} onChange={(time) => set({ time })} required autoFocus />
      </div>
      <Field label={t('party')} value={draft.party} onChange={(party) => set({ party })} required />
      <Field label={t('what')} value={draft.what} onChange={(what) => set({ what })} lines={2} required />
    </PacketForm>
  )
}

/** What was demanded is gone. */
export function GoneForm({ demand, onDone }: { readonly demand: number; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [draft, setDraft] = useState({ on: `${todayIn(zone)}`, time: '', words: '' })
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const entering = useAction(async () => {
    await run(packetDemandMet, { ...draft, demand, on: LocalDate.parse(draft.on) })
    onDone()
  })
  return (
    <PacketForm verb={t('enter')} doing={entering} onCancel={onDone}>
      <div className="form-row">
        <Field type="date" label={t('on')} value={draft.on} onChange={(on) => set({ on })} required />
        <Field type="time" label={t('at')} value={draft.time} onChange={(time) => set({ time })} required autoFocus />
      </div>
      <Field label={t('done')} value={draft.words} onChange={(words) => set({ words })} lines={2} required />
    </PacketForm>
  )
}
