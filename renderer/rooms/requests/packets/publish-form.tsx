// That a packet was published: where and when.
import { useState } from 'react'
import { packetPublish } from '../../../../shared/contract/packet-set.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
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

/** The form. */
export function PublishForm({ production, onDone }: { readonly production: Production; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [place, setPlace] = useState('')
  const [on, setOn] = useState<string>(todayIn(zone))
  const entering = useAction(async () => {
    await run(packetPublish, { production: production.id, place, on: LocalDate.parse(on) })
    onDone()
  })
  return (
    <PacketForm verb={t('enter')} doing={entering} onCancel={onDone}>
      <Field label={t('place')} value={place} onChange={setPlace} hint={t('placeHint')} required autoFocus />
      <Field type="date" label={t('on')} value={on} onChange={setOn} required />
    </PacketForm>
  )
}
