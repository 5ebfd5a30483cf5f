// What a request holds, until when, and letting go of it past its closing.
import { useState } from 'react'
import { requestHold, requestKeepUntil, requestLetGo } from '../../../shared/contract/request-hold.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/request-search.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { KeepForm } from './keep-form.tsx'
import { SaidForm } from './search/said-form.tsx'

const t = translator(en)

/** The part. */
export function HoldPart({ request: { id, state } }: { readonly request: RequestDetail }) {
  const [asking, setAsking] = useState<'keep' | 'let-go' | null>(null)
  const { data, refusal } = useQuery(requestHold, { id }, ['requests', 'holds'], 1500)
  const close = () => setAsking(null)
  if (data === undefined) return <RefusalNotice refusal={refusal} />
  return (
    <Section
      title={t('holdTitle')}
      actions={
        state === 'closed' &&
        data !== null && (
          <>
            <Button onPress={() => setAsking('keep')}>{t('keepUntil')}</Button>
            <Button look="quiet" onPress={() => setAsking('let-go')}>
              {t('letGo')}
            </Button>
          </>
        )
      }
    >
      {data === null ? (
        <p>{t('holdNone')}</p>
      ) : (
        <p>
          {t(data.scope === 'found' ? 'holdFound' : 'holdOpen', { count: data.records })}{' '}
          {data.until && t('holdUntil', { day: formatDay(data.until), authority: data.authority ?? '' })}
        </p>
      )}
      <Dialog title={t('keepUntil')} open={asking === 'keep'} onClose={close}>
        <KeepForm onKeep={(until, authority) => run(requestKeepUntil, { id, until, authority })} onDone={close} />
      </Dialog>
      <Dialog title={t('letGo')} open={asking === 'let-go'} onClose={close}>
        <SaidForm
          about={t('letGoAbout')}
          label={t('why')}
          onDone={close}
          onSay={async (reason) => {
            await run(requestLetGo, { id, reason })
          }}
        />
      </Dialog>
    </Section>
  )
}
