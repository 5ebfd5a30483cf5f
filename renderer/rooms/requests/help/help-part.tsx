// Helping a requester: narrower searches with what each reaches, and which systems hold what.
import { useState } from 'react'
import { helpDrop, helpShow } from '../../../../shared/contract/help.ts'
import type { Narrowing } from '../../../../shared/domain/request/narrowing.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import { useAction } from '../../../client/action.ts'
import { run } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { en } from '../../../locale/en/request-search.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { NarrowForm } from './narrow-form.tsx'

const t = translator(en)

/** The part of the request's page. */
export function HelpPart({ request }: { readonly request: RequestDetail }) {
  const [suggesting, setSuggesting] = useState(false)
  const { data, refusal } = useQuery(helpShow, { request: request.id }, ['requests', 'records'], 1500)
  const dropping = useAction((id: number) => run(helpDrop, { request: request.id, id }))
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  const closed = request.state === 'closed'
  const close = () => setSuggesting(false)
  return (
    <>
      <Section
        title={t('narrower')}
        actions={
          <Button icon="plus" onPress={() => setSuggesting(true)} disabled={closed}>
            {t('suggest')}
          </Button>
        }
      >
        <p className="soft">{t('helpAbout')}</p>
        <p>
          <strong>{t('whole', { count: data.whole })}</strong>
        </p>
        <RefusalNotice refusal={refusal ?? dropping.refusal} />
        {data.narrowings.length === 0 ? (
          <p>{t('noNarrower')}</p>
        ) : (
          <DataTable<Narrowing>
            label={t('narrower')}
            rows={data.narrowings}
            keyOf={({ id }) => id}
            columns={[
              { id: 'words', title: t('search'), heading: true, cell: ({ words }) => <bdi>{words}</bdi> },
              { id: 'found', title: t('found'), number: true, cell: ({ found }) => formatCount(found) },
              { id: 'by', title: t('by'), cell: ({ by }) => by ?? '–' },
              {
                id: 'back',
                title: t('actions'),
                cell: ({ id }) => (
                  <Button look="quiet" onPress={() => void dropping.go(id)} disabled={closed}>
                    {t('back')}
                  </Button>
                ),
              },
            ]}
          />
        )}
        <Dialog title={t('suggest')} open={suggesting} onClose={close}>
          {suggesting && <NarrowForm request={request} onDone={close} />}
        </Dialog>
      </Section>
      <Section title={t('systems')}>
        <ul className="bullets">
          {data.systems.map((system) => (
            <li key={system}>
              <bdi>{system}</bdi>
            </li>
          ))}
        </ul>
        <p className="soft">{t('log')}</p>
      </Section>
    </>
  )
}
