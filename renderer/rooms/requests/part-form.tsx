// Entering a part of a request, or how it stands.
import { type FormEvent, useState } from 'react'
import { requestPart } from '../../../shared/contract/request-life.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import { type PartDraft, PartState, type RequestPart } from '../../../shared/domain/request/request-life.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/requests.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)
const nothing: PartDraft = { title: '', system: '', holder: '', state: 'open', answer: '' }

interface Props {
  readonly request: RequestId
  /** Null for a new one. */
  readonly part: RequestPart | null
  readonly onDone: () => void
}

/** The form. */
export function PartForm({ request, part, onDone }: Props) {
  const [draft, setDraft] = useState<PartDraft>(() => {
    if (part === null) return nothing
    const { number: _number, changedAt: _at, files: _files, ...known } = part
    return known
  })
  const set = (more: Partial<PartDraft>) => setDraft((before) => ({ ...before, ...more }))
  const saving = useAction(async () => {
    await run(requestPart, { id: request, number: part?.number ?? null, part: draft })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <Field label={t('partTitle')} value={draft.title} onChange={(title) => set({ title })} required autoFocus />
      <div className="form-row">
        <Field label={t('system')} value={draft.system} onChange={(system) => set({ system })} hint={t('systemHint')} />
        <Field label={t('holder')} value={draft.holder} onChange={(holder) => set({ holder })} />
      </div>
      <Picker
        label={t('state')}
        value={draft.state}
        onChange={(id) => set({ state: PartState.options.find((one) => one === id) ?? 'open' })}
        choices={PartState.options.map((id) => ({ id, label: t(`partState.${id}`) }))}
      />
      <Field label={t('answer')} value={draft.answer} onChange={(answer) => set({ answer })} lines={3} />
      <RefusalNotice refusal={saving.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={saving.busy}>
          {t('savePart')}
        </Button>
      </div>
    </form>
  )
}
