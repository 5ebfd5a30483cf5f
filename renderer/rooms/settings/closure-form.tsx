// Entering a closure day: what it would move is seen before it is entered.
import { type FormEvent, useState } from 'react'
import { calendarClose, calendarEffect, type MovedDate } from '../../../shared/contract/calendar.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/settings.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { MovedDates } from './moved-dates.tsx'

const t = translator(en)
const nothing = { date: '', reason: '', authority: '' }

/** The form. */
export function ClosureForm({ onMoved }: { readonly onMoved: (moved: readonly MovedDate[]) => void }) {
  const [draft, setDraft] = useState(nothing)
  const set = (part: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...part }))
  const date = LocalDate.safeParse(draft.date).data
  const effect = useQuery(calendarEffect, date === undefined ? null : { date }, ['requests', 'vault']).data
  const closing = useAction(async () => {
    onMoved((await run(calendarClose, draft)).moved)
    setDraft(nothing)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void closing.go()
  }
  return (
    <form className="form wide" onSubmit={submit}>
      <div className="form-row">
        <Field type="date" label={t('day')} value={draft.date} onChange={(day) => set({ date: day })} required />
        <Field
          label={t('reason')}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
          hint={t('reasonHint')}
          required
        />
        <Field
          label={t('authority')}
          value={draft.authority}
          onChange={(authority) => set({ authority })}
          hint={t('authorityHint')}
          required
        />
      </div>
      <div aria-live="polite">{effect && <MovedDates moved={effect} would />}</div>
      <RefusalNotice refusal={closing.refusal} />
      <div className="form-actions start">
        <Button submit busy={closing.busy}>
          {t('closeDay')}
        </Button>
      </div>
    </form>
  )
}
