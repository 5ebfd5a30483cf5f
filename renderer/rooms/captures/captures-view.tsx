// The room: one capture, two side by side, or all of them with what is captured regularly.
import { useState } from 'react'
import { CaptureId, JobId } from '../../../shared/domain/id.ts'
import { en } from '../../locale/en/captures.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { address, go, useRoute } from '../../workspace/route.ts'
import { CaptureForm } from './capture-form.tsx'
import { CapturePage } from './capture-page.tsx'
import { CaptureProgress } from './capture-progress.tsx'
import { CaptureTable } from './capture-table.tsx'
import './captures.css'
import { ComparisonPage } from './comparison-page.tsx'
import { ScheduleTable } from './schedule-table.tsx'

const t = translator(en)

/** The room. */
export function CapturesView() {
  const route = useRoute()
  const [asking, setAsking] = useState(false)
  const [first, second] = route.path.map((part) => CaptureId.safeParse(Number(part)).data)
  const job = JobId.safeParse(route.parameters.job).data
  if (first !== undefined && second !== undefined) return <ComparisonPage one={first} other={second} />
  if (first !== undefined) return <CapturePage id={first} />
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Button look="strong" icon="plus" onPress={() => setAsking(true)}>
          {t('start')}
        </Button>
      }
    >
      {job !== undefined && <CaptureProgress id={job} />}
      <CaptureTable running={job !== undefined} />
      <ScheduleTable />
      <Dialog title={t('startTitle')} open={asking} onClose={() => setAsking(false)}>
        <CaptureForm
          onCancel={() => setAsking(false)}
          onStarted={(id) => {
            setAsking(false)
            go(address('captures', [], { job: id }))
          }}
        />
      </Dialog>
    </Page>
  )
}
