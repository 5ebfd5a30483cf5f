// Entering the day on which what a series waits for came, for the records that a search finds.
import { type FormEvent, useState } from 'react'
import { eventSet } from '../../../shared/contract/record-event.ts'
import type { LegendEntry } from '../../../shared/domain/schedule/legend.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'

const t = translator(en)

/** The button with its dialog; nothing where no code of the legend waits for an event. */
export function EventButton({ legend }: { readonly legend: readonly LegendEntry[] }) {
  const [entering, setEntering] = useState(false)
  const [set, setSet] = useState<number | null>(null)
  const codes = legend.filter(({ basis }) => basis === 'event')
  if (codes.length === 0) return null
  const done = (count: number | null) => {
    setEntering(false)
    setSet(count)
  }
  return (
    <>
      <Button look="quiet" onPress={() => setEntering(true)}>
        {t('enterEvent')}
      </Button>
      {set !== null && <Notice tone="good">{t('eventSet', { count: set })}</Notice>}
      <Dialog title={t('eventTitle')} open={entering} onClose={() => done(null)}>
        <EventForm codes={codes} onDone={done} />
      </Dialog>
    </>
  )
}

interface Props {
  readonly codes: readonly LegendEntry[]
  /** Told how many records changed, null where nothing was sent. */
  readonly onDone: (count: number | null) => void
}

function EventForm({ codes, onDone }: Props) {
  const [code, setCode] = useState<string | null>(codes.length === 1 ? (codes[0]?.code ?? null) : null)
  const [search, setSearch] = useState('')
  const [on, setOn] = useState('')
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const entering = useAction(async () => {
    if (code === null) return
    const { set } = await run(eventSet, { code, on: on || null, search, records: [], reason, second })
    onDone(set)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void entering.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('eventAbout')}</p>
      <Picker
        label={t('eventCode')}
        value={code}
        onChange={setCode}
        placeholder={t('choose')}
        choices={codes.map((entry) => ({ id: entry.code, label: `${entry.code}: ${entry.meaning}` }))}
        required
      />
      <Field label={t('eventSearch')} value={search} onChange={setSearch} hint={t('eventSearchHint')} required />
      <Field type="date" label={t('eventOn')} value={on} onChange={setOn} hint={t('eventOnHint')} />
      <Field label={t('eventReason')} value={reason} onChange={setReason} required />
      <SecondPerson value={second} onChange={setSecond} />
      <FormEnd action={entering} cancel={t('cancel')} onCancel={() => onDone(null)} disabled={code === null}>
        {t('eventEnter')}
      </FormEnd>
    </form>
  )
}
