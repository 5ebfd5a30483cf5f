// The further series of a record: told, added, taken away; the longest of all of them decides.
import { type FormEvent, useState } from 'react'
import { seriesBesideSet } from '../../../shared/contract/retention.ts'
import { type retentionExplain, scheduleShow } from '../../../shared/contract/schedule.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { withUnscheduled } from '../../../shared/domain/schedule/unscheduled.ts'
import { useAction } from '../../client/action.ts'
import { type Output, run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/beside.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { SecondPerson } from '../../record/second-person.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly id: RecordId
  readonly explained: Pick<Output<typeof retentionExplain>, 'series' | 'beside'>
}

/** The part; nothing of a record that is in no series yet. */
export function BesidePart({ id, explained: { series: own, beside } }: Props) {
  const { zone } = useVault().summary
  const [adding, setAdding] = useState(false)
  const [dropping, setDropping] = useState<string | null>(null)
  if (own === null) return null
  return (
    <>
      {beside.map(({ series, addedAt, addedBy, reason }) => (
        <p key={series}>
          {t('of', { series, day: formatInstant(addedAt, zone, 'day'), name: addedBy, reason })}{' '}
          <Button look="quiet" onPress={() => setDropping(series)}>
            {t('drop')}
            <span className="visually-hidden"> {t('dropOf', { series })}</span>
          </Button>
        </p>
      ))}
      {beside.length > 0 && <p className="soft">{t('longest')}</p>}
      <div>
        <Button look="quiet" onPress={() => setAdding(true)}>
          {t('add')}
        </Button>
      </div>
      <Dialog title={t('addTitle')} open={adding} onClose={() => setAdding(false)}>
        <BesideForm id={id} own={own} dropped={null} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog
        title={t('dropTitle', { series: dropping ?? '' })}
        open={dropping !== null}
        onClose={() => setDropping(null)}
      >
        <BesideForm id={id} own={own} dropped={dropping} onDone={() => setDropping(null)} />
      </Dialog>
    </>
  )
}

interface FormProps {
  readonly id: RecordId
  readonly own: string
  /** The further series that is taken away; null where one is added. */
  readonly dropped: string | null
  readonly onDone: () => void
}

function BesideForm({ id, own, dropped, onDone }: FormProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const shown = useQuery(scheduleShow, dropped === null ? { id: null } : null, ['schedule']).data
  const series = dropped ?? chosen
  const add = dropped === null
  const setting = useAction(async () => {
    if (series === null) return
    await run(seriesBesideSet, { records: [id], series, add, reason, second })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void setting.go()
  }
  const choices = withUnscheduled(shown?.schedule.series ?? [])
    .filter(({ code }) => code !== own)
    .map(({ code, title }) => ({ id: code, label: `${code} ${title}` }))
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t(add ? 'addAbout' : 'dropAbout')}</p>
      {add && shown && (
        <SearchPicker label={t('series')} choices={choices} value={chosen} onChange={setChosen} required />
      )}
      <Field label={t('reason')} value={reason} onChange={setReason} required autoFocus={!add} />
      {!add && <SecondPerson value={second} onChange={setSecond} />}
      <FormEnd
        action={setting}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={series === null || reason.trim() === ''}
      >
        {t(add ? 'addDo' : 'dropDo')}
      </FormEnd>
    </form>
  )
}
