// Loading a schedule: the file as the city publishes it, and what the file itself doesn't say.
import { type FormEvent, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { type ScheduleReading, scheduleImport } from '../../../shared/contract/schedule.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { en } from '../../locale/en/schedule.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { type CodeLine, LegendForm } from './legend-form.tsx'

const t = translator(en)
// Codes that California schedules use most; the clerk confirms or changes what they mean here.
const usual: readonly CodeLine[] = [
  { key: 1, code: 'CU', meaning: 'Current year', basis: 'calendar-year-end', trigger: '' },
]
const nothing = { name: '', resolution: '', adoptedOn: '', effectiveFrom: '', fiscalYearEnd: '06-30' }

/** The form, and after loading what was found in the file. */
export function ScheduleForm({ onDone }: { readonly onDone: () => void }) {
  const [facts, setFacts] = useState(nothing)
  const [file, setFile] = useState<{ name: string; csv: string } | null>(null)
  const [codes, setCodes] = useState(usual)
  const [reading, setReading] = useState<ScheduleReading | null>(null)
  const set = (part: Partial<typeof nothing>) => setFacts((before) => ({ ...before, ...part }))
  const loading = useAction(async () => {
    if (!file) return
    const legend = codes
      .filter((line) => line.code.trim() !== '')
      .map(({ code, meaning, basis, trigger }) => ({
        code,
        meaning: meaning || code,
        basis,
        trigger,
        period: null,
        disposition: null,
      }))
    const effectiveFrom = facts.effectiveFrom || facts.adoptedOn
    const done = await run(scheduleImport, { ...facts, effectiveFrom, fileName: file.name, csv: file.csv, legend })
    setReading(done.reading)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void loading.go()
  }
  if (reading) return <Reading reading={reading} onDone={onDone} />
  return (
    <form className="form wide" onSubmit={submit}>
      <div className="file-line">
        <FileTrigger
          acceptedFileTypes={['.csv', 'text/csv']}
          onSelect={(list) => {
            const chosen = list?.[0]
            if (chosen) void chosen.text().then((csv) => setFile({ name: chosen.name, csv }))
          }}
        >
          <Button icon="file">{t('chooseFile')}</Button>
        </FileTrigger>
        {file && <bdi>{file.name}</bdi>}
      </div>
      <div className="form-row">
        <Field label={t('name')} value={facts.name} onChange={(name) => set({ name })} hint={t('nameHint')} required />
        <Field
          label={t('resolution')}
          value={facts.resolution}
          onChange={(resolution) => set({ resolution })}
          hint={t('resolutionHint')}
          required
        />
      </div>
      <div className="form-row">
        <Field
          type="date"
          label={t('adopted')}
          value={facts.adoptedOn}
          onChange={(adoptedOn) => set({ adoptedOn })}
          required
        />
        <Field
          type="date"
          label={t('effective')}
          value={facts.effectiveFrom || facts.adoptedOn}
          onChange={(effectiveFrom) => set({ effectiveFrom })}
          required
        />
        <Field
          label={t('fiscalYearEnd')}
          value={facts.fiscalYearEnd}
          onChange={(fiscalYearEnd) => set({ fiscalYearEnd })}
          required
        />
      </div>
      <LegendForm lines={codes} onLines={setCodes} />
      <RefusalNotice refusal={loading.refusal} />
      <div className="form-actions">
        <Button look="quiet" onPress={onDone}>
          {t('cancel')}
        </Button>
        <Button look="strong" submit busy={loading.busy} disabled={file === null}>
          {t('import')}
        </Button>
      </div>
    </form>
  )
}

function Reading({ reading, onDone }: { readonly reading: ScheduleReading; readonly onDone: () => void }) {
  return (
    <Section title={t('findings')}>
      <Notice
        tone={reading.unmappedCodes.length > 0 ? 'warn' : 'good'}
        title={t('loaded', { count: reading.series })}
        actions={<Button onPress={onDone}>OK</Button>}
      >
        {reading.unmappedCodes.length > 0 && <p>{t('unmapped', { codes: reading.unmappedCodes.join(', ') })}</p>}
        {reading.unmappedColumns.length > 0 && (
          <p>{t('unmappedColumns', { columns: reading.unmappedColumns.join(', ') })}</p>
        )}
      </Notice>
      <ul className="bullets">
        {reading.findings.map((finding) => (
          <li key={`${finding.row} ${finding.sentence}`}>
            {finding.row === null ? finding.sentence : t('row', { row: finding.row, sentence: finding.sentence })}
          </li>
        ))}
      </ul>
    </Section>
  )
}
