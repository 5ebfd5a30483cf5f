// Making a copy for an archive: which series, or what a search finds, and where it goes.
import { type FormEvent, useMemo, useState } from 'react'
import { scheduleShow } from '../../../shared/contract/schedule.ts'
import { type TransferMade, transferMake } from '../../../shared/contract/transfer.ts'
import { isLasting } from '../../../shared/domain/retention/custody.ts'
import { termWords } from '../../../shared/domain/retention/words.ts'
import { compileSchedule } from '../../../shared/domain/schedule/schedule.ts'
import { useJob } from '../../client/begun.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/transfers.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SearchPicker } from '../../ui/picker.tsx'

const t = translator(en)

interface Props {
  readonly open: boolean
  readonly onDone: () => void
}

/** The dialog. */
export function TransferForm({ open, onDone }: Props) {
  return (
    <Dialog title={t('makeTitle')} open={open} onClose={onDone}>
      <Making onDone={onDone} />
    </Dialog>
  )
}

function Making({ onDone }: Pick<Props, 'onDone'>) {
  const { city, zone } = useVault().summary
  const schedule = useQuery(scheduleShow, { id: null }, ['schedule']).data?.schedule
  const lasting = useMemo(
    () => (schedule === undefined ? [] : [...compileSchedule(schedule).terms.values()].filter(isLasting)),
    [schedule],
  )
  const [series, setSeries] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const making = useJob(transferMake, async () => {
    const target = await chooseTarget(`${city} ${todayIn(zone)}`)
    if (target === null) return null
    return { search: search.trim() === '' ? `series:"${series}"` : search, to: target.grant }
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.go()
  }
  if (making.result !== undefined) return <Made made={making.result} onDone={onDone} />
  if (schedule !== undefined && lasting.length === 0) return <Notice tone="info">{t('makeNone')}</Notice>
  return (
    <form className="form" onSubmit={submit}>
      <p className="soft">{t('makeAbout')}</p>
      <SearchPicker
        label={t('makeSeries')}
        hint={t('makeSeriesHint')}
        choices={lasting.map(({ series: { code, title }, term }) => ({
          id: code,
          label: title,
          detail: `${code}: ${termWords(term)}`,
        }))}
        value={series}
        onChange={setSeries}
      />
      <Field label={t('makeSearch')} hint={t('makeSearchHint')} value={search} onChange={setSearch} />
      <FormEnd
        action={making}
        cancel={t('cancel')}
        onCancel={onDone}
        disabled={series === null && search.trim() === ''}
      >
        {t('makeIt')}
      </FormEnd>
    </form>
  )
}

interface MadeProps {
  readonly made: TransferMade
  readonly onDone: () => void
}

function Made({ made: { records, media, files, leftOut, digest }, onDone }: MadeProps) {
  const counts = { records: formatCount(records), media: formatCount(media), files: formatCount(files) }
  return (
    <div className="form">
      <Notice tone="good">{t('makeDone', counts)}</Notice>
      {leftOut > 0 && <Notice tone="warn">{t('makeLeftOut', { count: formatCount(leftOut) })}</Notice>}
      <p>
        {t('makeDigest')}:{' '}
        <span className="mono digest">
          {digest.slice(0, 32)}
          <wbr />
          {digest.slice(32)}
        </span>
      </p>
      <div className="form-actions">
        <Button look="strong" onPress={onDone}>
          {t('close')}
        </Button>
      </div>
    </div>
  )
}
