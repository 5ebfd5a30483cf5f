// The room: one capture, two side by side, or all of them with what is captured regularly.
import { useState } from 'react'
import { AccountId, CaptureId, JobId } from '../../../shared/domain/id.ts'
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
import { CapturedPageView } from './captured-page.tsx'
import './captures.css'
import { ComparisonPage } from './comparison-page.tsx'
import { ScheduleTable } from './schedule-table.tsx'

const t = translator(en)

/** The room. */
export function CapturesView() {
  const route = useRoute()
  const [asked, setAsked] = useState<'feed' | 'page' | null>(null)
  const [first, second] = route.path.map((part) => CaptureId.safeParse(Number(part)).data)
  const job = JobId.safeParse(route.parameters.job).data
  // An account's page leads here to capture it.
  const of = AccountId.safeParse(Number(route.parameters.account)).data ?? null
  const asking = asked ?? (of === null ? null : route.parameters.way === 'page' ? 'page' : 'feed')
  const close = () => {
    setAsked(null)
    if (of !== null) go(address('captures'), true)
  }
  if (first !== undefined && second !== undefined) return <ComparisonPage one={first} other={second} />
  const { page } = route.parameters
  if (first !== undefined && page) return <CapturedPageView key={page} capture={first} url={page} />
  if (first !== undefined) return <CapturePage id={first} />
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Button onPress={() => setAsked('page')}>{t('startPage')}</Button>
          <Button look="strong" icon="plus" onPress={() => setAsked('feed')}>
            {t('start')}
          </Button>
        </>
      }
    >
      {job !== undefined && <CaptureProgress id={job} />}
      <CaptureTable running={job !== undefined} />
      <ScheduleTable />
      <Dialog title={t(asking === 'page' ? 'startPageTitle' : 'startTitle')} open={asking !== null} onClose={close}>
        <CaptureForm
          of={of}
          way={asking ?? 'feed'}
          onCancel={close}
          onStarted={(id) => {
            setAsked(null)
            go(address('captures', [], { job: id }), of !== null)
          }}
        />
      </Dialog>
    </Page>
  )
}
