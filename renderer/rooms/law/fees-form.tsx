// Entering a schedule of fees.
import { type FormEvent, useState } from 'react'
import { lawFees } from '../../../shared/contract/law.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/law.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { readFeeLines } from './fee-lines.ts'

const t = translator(en)

/** The form. */
export function FeesForm({ onDone }: { readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [draft, setDraft] = useState(() => ({ name: '', validFrom: todayIn(zone), source: '', text: '' }))
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }))
  const { lines, wrong } = readFeeLines(draft.text)
  const entering = useAction(async () => {
    const { text: _text, ...rest } = draft
    await run(lawFees, { ...rest, lines })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="form-row">
        <Field label={t('feesName')} value={draft.name} onChange={(name) => set({ name })} required autoFocus />
        <Field
          type="date"
          label={t('feesValid')}
          value={draft.validFrom}
          onChange={(validFrom) => set({ validFrom })}
          required
        />
      </div>
      <Field label={t('feesSource')} value={draft.source} onChange={(source) => set({ source })} required />
      <Field
        label={t('feesLines')}
        value={draft.text}
        onChange={(text) => set({ text })}
        hint={t('feesHint')}
        lines={6}
        required
        error={wrong.length > 0 ? t('feesWrong', { lines: wrong.slice(0, 3).join(' · ') }) : undefined}
      />
      <RefusalNotice refusal={entering.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={entering.busy} disabled={lines.length === 0 || wrong.length > 0}>
          {t('enterIt')}
        </Button>
      </div>
    </form>
  )
}
