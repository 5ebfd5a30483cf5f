// The list written into a file, as it is shown: for spreadsheets, or to print.
import { useState } from 'react'
import { recordExport } from '../../../shared/contract/record.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import type { ListFormat } from '../../../shared/domain/record.ts'
import { RecordColumn } from '../../../shared/domain/record-list.ts'
import { useAction } from '../../client/action.ts'
import { start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { isUnderWay, useJobs } from '../../client/jobs.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/search.ts'
import { translator } from '../../locale/t.ts'
import { todayIn } from '../../locale/time.ts'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { useListShape, writtenColumns } from './list-shape.ts'

const t = translator(en)

interface Writing {
  readonly job: JobId
  readonly name: string
}

/** The button, and under it how far the writing is. */
export function ExportMenu({ words }: { readonly words: string }) {
  const { zone } = useVault().summary
  const [writing, setWriting] = useState<Writing | null>(null)
  const [{ order, columns }] = useListShape()
  const shown = writtenColumns(columns)
  const exporting = useAction(async (format: ListFormat, columns: readonly RecordColumn[]) => {
    const target = await chooseTarget(`records-${todayIn(zone)}.${format}`)
    if (!target) return
    const job = await start(recordExport, {
      search: words,
      live: true,
      order,
      columns: [...columns],
      format,
      to: target.grant,
    })
    setWriting({ job, name: target.name })
  })
  return (
    <>
      <MenuButton
        label={t('export')}
        openKey="e"
        button={
          <>
            <Icon name="download" />
            <span>{t('export')}</span>
          </>
        }
        entries={[
          { id: 'csv', label: t('exportCsv'), run: () => void exporting.go('csv', shown) },
          { id: 'xlsx', label: t('exportXlsx'), run: () => void exporting.go('xlsx', shown) },
          { id: 'pdf', label: t('exportPdf'), run: () => void exporting.go('pdf', shown) },
          {
            id: 'all',
            label: t('exportAll'),
            run: () => void exporting.go('xlsx', RecordColumn.options),
          },
        ]}
      />
      <RefusalNotice refusal={exporting.refusal} />
      {writing && <HowFar writing={writing} />}
    </>
  )
}

function HowFar({ writing }: { readonly writing: Writing }) {
  const job = useJobs()?.find(({ id }) => id === writing.job)
  const written = recordExport.output.safeParse(job?.result)
  return (
    <span role="status" className="soft export-told">
      {(job === undefined || isUnderWay(job)) && t('exportBegun')}
      {job?.state === 'succeeded' &&
        written.success &&
        t('exportDone', { count: written.data.records, name: writing.name })}
      {job?.problem && t('exportFailed', { why: job.problem.sentence })}
    </span>
  )
}
