// Many records at once: a search, what it finds, the decision, and the decisions before.
import { type FormEvent, useState } from 'react'
import { bulkPreview } from '../../../../shared/contract/bulk.ts'
import { classifySearch, scheduleShow } from '../../../../shared/contract/schedule.ts'
import type { JobId } from '../../../../shared/domain/id.ts'
import { withUnscheduled } from '../../../../shared/domain/schedule/unscheduled.ts'
import { useAction } from '../../../client/action.ts'
import { ask, type Output, start } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/bulk.ts'
import { translator } from '../../../locale/t.ts'
import { SecondPerson } from '../../../record/second-person.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { SearchPicker } from '../../../ui/picker.tsx'
import { BulkDone } from './bulk-done.tsx'
import { BulkPreview } from './bulk-preview.tsx'
import { BulkTable } from './bulk-table.tsx'

const t = translator(en)

interface Looked {
  readonly search: string
  readonly found: Output<typeof bulkPreview>
}

/** The view. */
export function BulkView() {
  const [search, setSearch] = useState('untagged')
  const [looked, setLooked] = useState<Looked | null>(null)
  const [job, setJob] = useState<JobId | null>(null)
  const looking = useAction(async () => {
    setJob(null)
    setLooked({ search, found: await ask(bulkPreview, { search }) })
  })
  const look = (event: FormEvent) => {
    event.preventDefault()
    void looking.go()
  }
  return (
    <>
      <Section title={t('title')}>
        <p className="soft">{t('about')}</p>
        <form className="form" onSubmit={look}>
          <Field label={t('search')} value={search} onChange={setSearch} />
          <RefusalNotice refusal={looking.refusal} />
          <div className="form-actions start">
            <Button submit busy={looking.busy} icon="search">
              {t('preview')}
            </Button>
          </div>
        </form>
        {looked && job === null && <BulkPreview found={looked.found} />}
        {looked && job === null && looked.found.records > 0 && looked.search === search && (
          <DecideForm looked={looked} onBegun={setJob} />
        )}
        {job !== null && <BulkDone job={job} />}
      </Section>
      <BulkTable />
    </>
  )
}

function DecideForm({ looked, onBegun }: { readonly looked: Looked; readonly onBegun: (job: JobId) => void }) {
  const [series, setSeries] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [second, setSecond] = useState<string | null>(null)
  const shown = useQuery(scheduleShow, { id: null }, ['schedule'], 2000).data
  const assigning = useAction(async (to: string | null) =>
    onBegun(await start(classifySearch, { search: looked.search, series: to, reason, second })),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (series !== null) void assigning.go(series)
  }
  const choices = shown
    ? withUnscheduled(shown.schedule.series).map(({ code, title }) => ({ id: code, label: `${code} ${title}` }))
    : []
  return (
    <form className="form" onSubmit={submit}>
      {choices.length > 0 && (
        <SearchPicker label={t('series')} choices={choices} value={series} onChange={setSeries} required />
      )}
      <Field label={t('reason')} value={reason} onChange={setReason} required />
      <SecondPerson value={second} onChange={setSecond} />
      <RefusalNotice refusal={assigning.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={() => void assigning.go(null)} disabled={reason.trim() === '' || assigning.busy}>
          {t('away')}
        </Button>
        <Button look="strong" submit busy={assigning.busy} disabled={series === null || reason.trim() === ''}>
          {t('assign', { count: looked.found.records })}
        </Button>
      </div>
    </form>
  )
}
