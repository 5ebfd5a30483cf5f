// What a check of the vault read and what it found wrong: shown under its job, and written into a file from there.
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { type VerifyFinding, VerifyReport } from '../../../shared/contract/vault.ts'
import type { Job } from '../../../shared/domain/job.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/jobs.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Notice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import './jobs.css'

const t = translator(en)

/** The part; nothing under another job. */
export function CheckResult({ job }: { readonly job: Job }) {
  const [open, setOpen] = useState(false)
  const report = job.kind === 'vault.verify' ? VerifyReport.safeParse(job.result).data : undefined
  if (report === undefined) return null
  const read = Object.entries(report.checked).map(([what, count]) => `${formatCount(count)} ${what}`)
  const count = report.findings.length
  return (
    <div className="check-result">
      <Notice tone={count === 0 ? 'good' : 'bad'}>
        {count === 0 ? t('checkedFine') : t('checkedWrong', { count })}{' '}
        {count > 0 && (
          <Button className="link" aria-expanded={open} onPress={() => setOpen(!open)}>
            {t(open ? 'hideFindings' : 'showFindings')}
          </Button>
        )}
      </Notice>
      <p className="soft">{t('checkedRead', { read: read.join(' · ') })}</p>
      {open && (
        <ListTable<VerifyFinding & { readonly place: number }>
          file="findings"
          label={t('findings')}
          rows={report.findings.map((finding, place) => ({ ...finding, place }))}
          keyOf={({ place }) => place}
          columns={[
            { id: 'code', title: t('findingCode'), tight: true, heading: true, cell: ({ code }) => code },
            { id: 'what', title: t('findingWhat'), cell: ({ sentence }) => <PlainText text={sentence} /> },
            { id: 'of', title: t('findingOf'), cell: ({ subject }) => <PlainText text={subject} /> },
          ]}
        />
      )}
    </div>
  )
}
