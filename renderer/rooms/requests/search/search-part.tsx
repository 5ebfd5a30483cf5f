// The search for a request on one page: its statement, its searches, what was picked by hand, what has no answer yet.
import { useState } from 'react'
import { searchShow } from '../../../../shared/contract/request-search.ts'
import type { RequestDetail } from '../../../../shared/domain/request/request.ts'
import type { SearchStatement } from '../../../../shared/domain/request/search-statement.ts'
import type { Output } from '../../../client/call.ts'
import { useQuery } from '../../../client/query.ts'
import { useVault } from '../../../client/vault.ts'
import { en } from '../../../locale/en/request-search.ts'
import { formatCount } from '../../../locale/number.ts'
import { translator } from '../../../locale/t.ts'
import { formatInstant } from '../../../locale/time.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/delayed.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/page.tsx'
import { DuplicatesPart } from './duplicates-part.tsx'
import { LinesPart } from './lines-part.tsx'
import { PersonalPart } from './personal-part.tsx'
import { PicksPart } from './picks-part.tsx'
import { SearchesForm } from './searches-form.tsx'
import { StatementDeeds } from './statement-deeds.tsx'
import './search.css'

const t = translator(en)
type Shown = Output<typeof searchShow>

/** The part of the request's page. */
export function SearchPart({ request }: { readonly request: RequestDetail }) {
  const { data, refusal } = useQuery(
    searchShow,
    { request: request.id },
    ['requests', 'records', 'accessions', 'accounts'],
    1500,
  )
  if (!data) return refusal ? <RefusalNotice refusal={refusal} /> : <Waiting words="…" />
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Statement request={request} shown={data} />
      <Searches request={request} shown={data} />
      <PicksPart request={request} picks={data.picks} />
      <LinesPart request={request} lines={data.now.lines} />
      <PersonalPart request={request} personal={data.personal} />
      <DuplicatesPart request={request.id} groups={data.now.duplicates.groups} />
    </>
  )
}

interface Props {
  readonly request: RequestDetail
  readonly shown: Shown
}

function Statement({ request, shown: { now, stored, current } }: Props) {
  const { zone } = useVault().summary
  const last = stored.at(-1)
  return (
    <Section title={t('title')}>
      <p className="soft">{t('about')}</p>
      <p>
        <strong>{t('result', { count: now.responsive })}</strong>
        {now.notResponsive > 0 && ` · ${t('notResponsive', { count: now.notResponsive })}`}
      </p>
      <p className="hint hit-digest">
        {t('digest')}: <code>{now.hitList}</code>
      </p>
      {last === undefined ? (
        <p>{t('notStored')}</p>
      ) : (
        <Notice
          tone={current ? 'good' : 'warn'}
          title={t('stored', {
            version: last.version,
            name: last.storedBy ?? '–',
            when: formatInstant(last.storedAt, zone, 'moment'),
          })}
        >
          {t(current ? 'current' : 'old')}
        </Notice>
      )}
      <div className="letter-head">
        <StatementDeeds request={request} stored={last !== undefined} />
      </div>
    </Section>
  )
}

function Searches({ request, shown: { now, saved } }: Props) {
  const { zone } = useVault().summary
  const [changing, setChanging] = useState(false)
  const close = () => setChanging(false)
  return (
    <Section
      title={t('searches')}
      actions={
        <Button onPress={() => setChanging(true)} disabled={request.state === 'closed'}>
          {t('change')}
        </Button>
      }
    >
      <p className="soft">
        {saved === null
          ? t('asAsked')
          : t('settledBy', { when: formatInstant(saved.at, zone, 'moment'), name: saved.by ?? '–' })}
      </p>
      <DataTable<SearchStatement['searches'][number]>
        label={t('searches')}
        rows={now.searches}
        keyOf={({ words, query }) => `${words} ${query}`}
        columns={[
          { id: 'search', title: t('search'), heading: true, cell: ({ words }) => <bdi>{words}</bdi> },
          { id: 'found', title: t('found'), number: true, cell: ({ found }) => formatCount(found) },
        ]}
      />
      <Dialog title={t('change')} open={changing} onClose={close}>
        {changing && (
          <SearchesForm
            request={request.id}
            first={now.searches.map(({ draft }) => draft)}
            seen={saved?.id ?? null}
            onDone={close}
          />
        )}
      </Dialog>
    </Section>
  )
}
