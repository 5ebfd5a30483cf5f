// Choosing the series of a kind of the office's own files, and which day of them its event is.
import { type FormEvent, useMemo, useState } from 'react'
import { type OfficeKindState, officeFileChoose } from '../../../shared/contract/office-file.ts'
import { scheduleShow } from '../../../shared/contract/schedule.ts'
import { officeFileWords, StartsOn } from '../../../shared/domain/disposition/office-file.ts'
import { PersonId } from '../../../shared/domain/id.ts'
import { termWords } from '../../../shared/domain/retention/words.ts'
import { compileSchedule } from '../../../shared/domain/schedule/schedule.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { usePeopleHere } from '../../client/vault.ts'
import { en } from '../../locale/en/office-files.ts'
import { translator } from '../../locale/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker, SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly kind: OfficeKindState | null
  readonly onDone: () => void
}

/** The dialog; open while a kind is given. */
export function SeriesForm({ kind, onDone }: Props) {
  const title = kind === null ? '' : t('chooseTitle', { kind: officeFileWords[kind.kind].many })
  return (
    <Dialog title={title} open={kind !== null} onClose={onDone}>
      {kind && <Choosing state={kind} onDone={onDone} />}
    </Dialog>
  )
}

function Choosing({ state, onDone }: { readonly state: OfficeKindState; readonly onDone: () => void }) {
  const { kind, chosen } = state
  const { about, days } = officeFileWords[kind]
  const people = usePeopleHere()
  const schedule = useQuery(scheduleShow, { id: null }, ['schedule']).data?.schedule
  const terms = useMemo(() => (schedule === undefined ? null : compileSchedule(schedule).terms), [schedule])
  const [series, setSeries] = useState<string | null>(chosen?.series ?? null)
  const [startsOn, setStartsOn] = useState<StartsOn | null>(chosen?.startsOn ?? null)
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const choosing = useAction(async () => {
    if (series === null) return
    const person = second === null ? null : PersonId.parse(second)
    await run(officeFileChoose, { kind, id: null, series, startsOn: waits ? startsOn : null, reason, second: person })
    onDone()
  })
  if (schedule === undefined || terms === null) return null
  const term = series === null ? undefined : terms.get(series)?.term
  const waits = term?.kind === 'period' && term.basis === 'event'
  const events = StartsOn.options.flatMap((id) => {
    const day = days[id]
    return day === undefined ? [] : [{ id, label: t('startsOnChoice', { day }) }]
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void choosing.go()
  }
  const incomplete = series === null || reason.trim() === '' || (waits && startsOn === null)
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{about}</p>
      <SearchPicker
        label={t('chooseSeries')}
        choices={schedule.series.map(({ code, title }) => {
          const own = terms.get(code)?.term
          return { id: code, label: title, detail: own === undefined ? code : `${code}: ${termWords(own)}` }
        })}
        value={series}
        onChange={setSeries}
        required
      />
      {waits &&
        (events.length === 0 ? (
          <Notice tone="warn">{t('noEvent')}</Notice>
        ) : (
          <Picker
            label={t('startsOn')}
            hint={t('startsOnAbout')}
            choices={events}
            value={startsOn}
            onChange={(id) => setStartsOn(StartsOn.parse(id))}
            required
          />
        ))}
      <Field label={t('reason')} value={reason} onChange={setReason} lines={2} required />
      {chosen !== null && (
        <SearchPicker
          label={t('second')}
          hint={t('secondHint')}
          choices={people.map(({ id, name, title }) => ({ id, label: name, detail: title }))}
          value={second}
          onChange={setSecond}
        />
      )}
      <FormEnd action={choosing} cancel={t('cancel')} onCancel={onDone} disabled={incomplete}>
        {t('chooseDo')}
      </FormEnd>
    </form>
  )
}
