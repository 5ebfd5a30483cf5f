// The parts of a request: what other systems hold, who looks there, and what came of it.
import { useState } from 'react'
import { requestFile } from '../../../shared/contract/request-life.ts'
import type { RequestDetail } from '../../../shared/domain/request/request.ts'
import { isAnswered, type RequestPart } from '../../../shared/domain/request/request-life.ts'
import { useQuery } from '../../client/query.ts'
import { en as partFiles } from '../../locale/en/part-files.ts'
import { en } from '../../locale/en/requests.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Section } from '../../ui/page.tsx'
import { PartFiles } from './part-files.tsx'
import { PartForm } from './part-form.tsx'

const t = translator(en)
const f = translator(partFiles)

/** The part of the page. */
export function PartsPart({ request }: { readonly request: RequestDetail }) {
  const [editing, setEditing] = useState<RequestPart | 'new' | null>(null)
  const { data, refusal } = useQuery(requestFile, { id: request.id }, ['requests'], 1000)
  const [filing, setFiling] = useState<RequestPart | null>(null)
  const close = () => setEditing(null)
  return (
    <Section
      title={t('part.parts')}
      actions={
        <Button icon="plus" onPress={() => setEditing('new')} disabled={request.state === 'closed'}>
          {t('addPart')}
        </Button>
      }
    >
      <p className="soft">{t('partsAbout')}</p>
      <RefusalNotice refusal={refusal} />
      {data?.parts.length === 0 && <p>{t('noParts')}</p>}
      {data && data.parts.length > 0 && (
        <DataTable<RequestPart>
          label={t('part.parts')}
          rows={data.parts}
          keyOf={({ number }) => number}
          columns={[
            { id: 'number', title: t('number'), tight: true, cell: ({ number }) => number },
            { id: 'title', title: t('partTitle'), heading: true, cell: ({ title }) => title },
            {
              id: 'system',
              title: t('system'),
              cell: ({ system, holder }) => [system, holder].filter(Boolean).join(', '),
            },
            { id: 'state', title: t('state'), tight: true, cell: (part) => <PartChip part={part} /> },
            { id: 'files', title: f('files'), number: true, cell: ({ files }) => formatCount(files) },
            { id: 'answer', title: t('answer'), cell: ({ answer }) => <bdi>{answer}</bdi> },
            {
              id: 'change',
              title: t('actions'),
              cell: (part) => (
                <div className="form-actions start">
                  <Button look="quiet" onPress={() => setEditing(part)} disabled={request.state === 'closed'}>
                    {t('changePart', { number: part.number })}
                  </Button>
                  <Button look="quiet" onPress={() => setFiling(part)} disabled={request.state === 'closed'}>
                    {f('add')}
                  </Button>
                </div>
              ),
            },
          ]}
        />
      )}
      <Dialog title={editing === 'new' ? t('addPart') : t('aPart')} open={editing !== null} onClose={close}>
        {editing && <PartForm request={request.id} part={editing === 'new' ? null : editing} onDone={close} />}
      </Dialog>
      <Dialog
        title={f('title', { number: filing?.number ?? 0 })}
        open={filing !== null}
        onClose={() => setFiling(null)}
      >
        {filing && <PartFiles request={request.id} part={filing} onDone={() => setFiling(null)} />}
      </Dialog>
    </Section>
  )
}

function PartChip({ part }: { readonly part: RequestPart }) {
  return (
    <Chip tone={isAnswered(part) ? 'good' : part.state === 'open' ? 'warn' : 'accent'}>
      {t(`partState.${part.state}`)}
    </Chip>
  )
}
