// Recalling a packet, and what happens in a recall.
import { useState } from 'react'
import { packetRecall, packetRecallStep } from '../../../../shared/contract/packet-set.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import { RecallStepKind } from '../../../../shared/domain/review/packet-set.ts'
import { LocalDate } from '../../../../shared/domain/time.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/packets.ts'
import { translator } from '../../../locale/t.ts'
import { todayIn } from '../../../locale/time.ts'
import { Field } from '../../../ui/field.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { PacketForm } from './form.tsx'

const t = translator(en)

interface Props {
  readonly production: Production
  readonly onDone: () => void
}

/** Why it is recalled. */
export function RecallForm({ production, onDone }: Props) {
  const [reason, setReason] = useState('')
  const recalling = useAction(async () => {
    await run(packetRecall, { production: production.id, reason })
    onDone()
  })
  return (
    <PacketForm about={t('recallAbout')} verb={t('recallDo')} doing={recalling} onCancel={onDone}>
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required autoFocus />
    </PacketForm>
  )
}

/** What happened since. */
export function StepForm({ production, onDone }: Props) {
  const { zone } = useVault().summary
  const [kind, setKind] = useState<RecallStepKind>('told')
  const [on, setOn] = useState<string>(todayIn(zone))
  const [words, setWords] = useState('')
  const entering = useAction(async () => {
    await run(packetRecallStep, { production: production.id, kind, on: LocalDate.parse(on), words })
    onDone()
  })
  return (
    <PacketForm verb={t('enter')} doing={entering} onCancel={onDone}>
      <Picker
        label={t('happened')}
        value={kind}
        onChange={(id) => setKind(RecallStepKind.options.find((one) => one === id) ?? 'other')}
        choices={RecallStepKind.options.map((id) => ({ id, label: t(`kind.${id}`) }))}
      />
      <Field type="date" label={t('on')} value={on} onChange={setOn} required />
      <Field label={t('done')} value={words} onChange={setWords} lines={2} required />
    </PacketForm>
  )
}
