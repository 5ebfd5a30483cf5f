// Removed posts: what is gone and not written down, the log, and one entry of it.
import { useState } from 'react'
import { type RemovedDraft, type RemovedEntry, removedDrafts, removedList } from '../../../shared/contract/removed.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatMoment, momentParts } from '../../locale/time.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { useForm } from '../../workspace/doing.ts'
import { address, useRoute } from '../../workspace/route.ts'
import { EntryPage } from './entry-page.tsx'
import { LogForm } from './log-form.tsx'
import { MonthReport } from './month-report.tsx'
import { RemovalForm } from './removal-form.tsx'
import { StateChip } from './state-chip.tsx'

const t = translator(en)

/** The room: the log, or one entry. */
export function RemovedView() {
  const [entry] = useRoute().path
  const { data, refusal } = useQuery(removedList, {}, ['stewardship', 'accessions', 'records'], 1000)
  if (entry !== undefined)
    return <EntryPage key={entry} entry={data?.find(({ id }) => String(id) === entry)} known={data !== undefined} />
  return <Log entries={data} refusal={refusal} />
}

interface LogProps {
  readonly entries: readonly RemovedEntry[] | undefined
  readonly refusal: Parameters<typeof RefusalNotice>[0]['refusal']
}

function Log({ entries, refusal }: LogProps) {
  const [adding, setAdding] = useForm('add')
  const [month, setMonth] = useState(false)
  const [taking, setTaking] = useForm('take')
  const add = (
    <Button look="strong" icon="plus" onPress={() => setAdding(true)}>
      {t('add')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Button icon="print" onPress={() => setMonth(true)}>
            {t('month')}
          </Button>
          <Button icon="file" onPress={() => setTaking(true)}>
            {t('takeInLogDo')}
          </Button>
          {add}
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Drafts />
      <Section title={t('log')}>
        {entries?.length === 0 && (
          <Empty icon="hidden" title={t('logNone')}>
            {t('logNoneAbout')}
          </Empty>
        )}
        {entries !== undefined && entries.length > 0 && <Entries entries={entries} />}
      </Section>
      <Dialog title={t('addTitle')} open={adding} onClose={() => setAdding(false)} wide>
        <RemovalForm entry={null} draft={null} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog title={t('takeInLogTitle')} open={taking} onClose={() => setTaking(false)} wide>
        <LogForm onDone={() => setTaking(false)} />
      </Dialog>
      <Dialog title={t('monthTitle')} open={month} onClose={() => setMonth(false)}>
        <MonthReport onDone={() => setMonth(false)} />
      </Dialog>
    </Page>
  )
}

function Entries({ entries }: { readonly entries: readonly RemovedEntry[] }) {
  const { accounts } = useVault()
  return (
    <ListTable<RemovedEntry>
      file="removed"
      label={t('log')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'no',
          title: t('no'),
          heading: true,
          tight: true,
          cell: ({ id }) => <a href={address('removed', [id])}>{t('entry', { id: String(id) })}</a>,
        },
        { id: 'what', title: t('what'), cell: ({ said }) => t(`kind.${said.kind}`) },
        {
          id: 'account',
          title: t('account'),
          cell: ({ account }) => (account === null ? '' : <bdi>@{accounts.get(account)?.handle}</bdi>),
        },
        {
          id: 'removed',
          title: t('removed'),
          tight: true,
          cell: ({ said }) => said.removed && formatMoment(said.removed),
        },
        { id: 'by', title: t('by'), cell: ({ said }) => t(`by.${said.by}`) },
        { id: 'stands', title: t('stands'), tight: true, cell: ({ state }) => <StateChip state={state} /> },
        { id: 'due', title: t('due'), tight: true, cell: ({ due }) => (due === null ? '' : formatDay(due)) },
        {
          id: 'open',
          title: t('open'),
          number: true,
          cell: ({ open, state }) => (state === 'dismissed' || open.length === 0 ? '' : String(open.length)),
        },
      ]}
    />
  )
}

/** By what it was noticed, and the capture that still has it. */
function Clue({ draft: { why, shownIn, shownAgain } }: { readonly draft: RemovedDraft }) {
  return (
    <>
      {t(`clue.${why}`)}
      {shownIn !== null && (
        <>
          {'. '}
          <a href={address('captures', [shownIn])}>{t('clueCapture', { id: String(shownIn) })}</a>
        </>
      )}
      {shownAgain !== null && <p className="soft">{t('clueAgain', { when: shownAgain })}</p>}
    </>
  )
}

/** A moment in two lines at most. */
function Moment({ at }: { readonly at: string | null }) {
  if (at === null) return null
  const [day, time] = momentParts(at)
  return (
    <>
      <span className="one-line">{day}</span> {time !== undefined && <span className="one-line">{time}</span>}
    </>
  )
}

function Drafts() {
  const { accounts } = useVault()
  const found = useQuery(removedDrafts, {}, ['stewardship', 'accessions', 'records'], 2000).data
  const [taking, setTaking] = useState<RemovedDraft | null>(null)
  if (found === undefined) return null
  return (
    <Section title={t('drafts')}>
      <p className="soft">{found.drafts.length === 0 ? t('draftsNone') : t('draftsAbout')}</p>
      {found.drafts.length > 0 && (
        <ListTable<RemovedDraft>
          file="gone"
          label={t('drafts')}
          rows={found.drafts}
          keyOf={({ record }) => record}
          columns={[
            { id: 'words', title: t('words'), heading: true, prose: true, cell: ({ words }) => <bdi>{words}</bdi> },
            { id: 'account', title: t('account'), cell: ({ account }) => <bdi>@{accounts.get(account)?.handle}</bdi> },
            { id: 'posted', title: t('posted'), cell: ({ posted }) => <Moment at={posted} /> },
            { id: 'shownUntil', title: t('shownUntil'), cell: ({ shownUntil }) => <Moment at={shownUntil} /> },
            { id: 'removed', title: t('removed'), cell: ({ removed }) => <Moment at={removed} /> },
            { id: 'clue', title: t('clue'), cell: (draft) => <Clue draft={draft} /> },
            {
              id: 'do',
              title: t('next'),
              tight: true,
              cell: (draft) => (
                <Button onPress={() => setTaking(draft)}>
                  {t('takeIn')}
                  <span className="visually-hidden"> {t('takeInOf', { words: draft.words })}</span>
                </Button>
              ),
            },
          ]}
        />
      )}
      {found.more && <p className="soft">{t('draftsMore')}</p>}
      <Dialog title={t('addTitle')} open={taking !== null} onClose={() => setTaking(null)} wide>
        {taking && <RemovalForm entry={null} draft={taking} onDone={() => setTaking(null)} />}
      </Dialog>
    </Section>
  )
}
