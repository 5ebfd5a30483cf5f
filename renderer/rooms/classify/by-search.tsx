// Assigning all that a search finds to a series, for a reason.
import { type FormEvent, useDeferredValue, useState } from 'react'
import { recordOutline } from '../../../shared/contract/record.ts'
import { classifySearch, scheduleShow } from '../../../shared/contract/schedule.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/classify.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { SearchPicker } from '../../ui/picker.tsx'
import { address } from '../../workspace/route.ts'

const t = translator(en)

/** The form, with how many records it would assign. */
export function BySearch() {
  const [search, setSearch] = useState('untagged')
  const [series, setSeries] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [begun, setBegun] = useState(false)
  const wanted = useDeferredValue(search)
  const shown = useQuery(scheduleShow, { id: null }, ['schedule'], 2000).data
  const count = useQuery(recordOutline, { search: wanted, every: 10_000, live: false }, ['records'], 2000).data?.total
  const assigning = useAction(async () => {
    await start(classifySearch, { search, series, reason })
    setBegun(true)
    setReason('')
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void assigning.go()
  }
  const choices = shown?.schedule.series.map(({ code, title }) => ({ id: code, label: `${code} ${title}` })) ?? []
  return (
    <Section title={t('bySearch')}>
      <p className="soft">{t('bySearchAbout')}</p>
      <form className="form" onSubmit={submit}>
        <Field
          label={t('search')}
          value={search}
          onChange={setSearch}
          hint={count === undefined ? '…' : t('finds', { count })}
        />
        {choices.length > 0 && (
          <SearchPicker label={t('series')} choices={choices} value={series} onChange={setSeries} required />
        )}
        <Field label={t('reason')} value={reason} onChange={setReason} required />
        <RefusalNotice refusal={assigning.refusal} />
        {begun && (
          <Notice tone="info">
            <a href={address('jobs')}>{t('running')}</a>
          </Notice>
        )}
        <div className="form-actions">
          <Button
            look="strong"
            submit
            busy={assigning.busy}
            disabled={series === null || reason.trim() === '' || count === 0}
          >
            {t('assign')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
