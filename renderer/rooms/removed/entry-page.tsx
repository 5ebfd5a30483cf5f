// One entry of the log: what is known, what is still to be said, what was done, and what can be done next.
import { type FormEvent, useState } from 'react'
import { type RemovedEntry, removedAct } from '../../../shared/contract/removed.ts'
import { isAttorneysAct, nextRemovalActs, RemovalAct, RemovalField } from '../../../shared/domain/office/removal.ts'
import { useAction } from '../../client/action.ts'
import { run } from '../../client/call.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/removed.ts'
import { translator } from '../../locale/t.ts'
import { formatDay, formatInstant, formatMoment, todayIn } from '../../locale/time.ts'
import { PapersButton, usePaperCounts } from '../../papers/papers-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/delayed.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { FormEnd } from '../../ui/form-end.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { address } from '../../workspace/route.ts'
import { RemovalForm } from './removal-form.tsx'
import { StateChip } from './state-chip.tsx'

const t = translator(en)

/** The page. @param known whether the log has come, so that an entry that is not in it is none */
export function EntryPage({ entry, known }: { readonly entry: RemovedEntry | undefined; readonly known: boolean }) {
  const [changing, setChanging] = useState(false)
  const papers = usePaperCounts('entry')
  const [act, setAct] = useState<RemovalAct | null>(null)
  if (entry === undefined)
    return known ? (
      <Empty icon="hidden" title={t('unknown')}>
        {t('unknownAbout')}
      </Empty>
    ) : (
      <Waiting words={t('waiting')} />
    )
  const { state, open } = entry
  return (
    <Page
      title={t('entry', { id: String(entry.id) })}
      about={<a href={address('removed')}>{t('back')}</a>}
      actions={
        <>
          <PapersButton
            subject={{ kind: 'entry', id: String(entry.id) }}
            name={t('entry', { id: String(entry.id) })}
            count={papers.get(String(entry.id)) ?? 0}
          />
          {state === 'open' && (
            <Button icon="edit" onPress={() => setChanging(true)}>
              {t('change')}
            </Button>
          )}
          {nextRemovalActs(state).map((next) => (
            <Button key={next} onPress={() => setAct(next)}>
              {t(`act.${next}`)} …
            </Button>
          ))}
        </>
      }
    >
      {open.length > 0 && state !== 'dismissed' && (
        <Notice tone="warn" title={t('open')}>
          {t('openAbout', { fields: open.map((field) => t(`field.${field}`)).join('; ') })}
        </Notice>
      )}
      <Facts entry={entry} />
      <Acts entry={entry} />
      <Dialog title={t('addTitle')} open={changing} onClose={() => setChanging(false)} wide>
        <RemovalForm entry={entry} draft={null} onDone={() => setChanging(false)} />
      </Dialog>
      <Dialog title={act === null ? '' : t(`act.${act}`)} open={act !== null} onClose={() => setAct(null)}>
        {act !== null && <ActForm id={entry.id} act={act} onDone={() => setAct(null)} />}
      </Dialog>
    </Page>
  )
}

function Facts({ entry }: { readonly entry: RemovedEntry }) {
  const { accounts } = useVault()
  const { said, facts, account, due, record, recordGone } = entry
  const missing = RemovalField.options.flatMap((field) => {
    const why = said.missing[field]
    return why === undefined ? [] : [[t(`field.${field}`), t('why', { why })] as const]
  })
  const rows = [
    [t('what'), t(`kind.${said.kind}`)],
    [t('account'), account === null ? '' : `@${accounts.get(account)?.handle ?? ''}`],
    [t('words'), recordGone ? t('recordGone') : (facts?.words ?? '')],
    [t('posted'), inWords(facts?.posted ?? said.posted)],
    [t('shownUntil'), inWords(said.shownUntil)],
    [t('removed'), inWords(said.removed)],
    [t('author'), facts?.author || said.author],
    [t('thread'), said.thread],
    [t('by'), t(`by.${said.by}`)],
    [t('action'), said.action === null ? '' : t(`action.${said.action}`)],
    [t('guideline'), said.guidelineWords || said.guideline?.clause || ''],
    [t('reason'), said.reason],
    [t('viewpoint'), said.viewpoint],
    [t('decidedBy'), said.decidedBy],
    [t('copy'), said.copy],
    [t('due'), due === null ? '' : formatDay(due)],
    ...missing,
  ] as const
  return (
    <Section title={t('facts')} actions={<StateChip state={entry.state} />}>
      <dl className="facts">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        {record !== null && (
          <div>
            <dt>{t('record')}</dt>
            <dd>
              <a href={address('records', [record])}>{t('recordOpen')}</a>
            </dd>
          </div>
        )}
        <Showings label={t('shown')} entry={entry} of="shown" />
        <Showings label={t('notShown')} entry={entry} of="notShown" />
      </dl>
    </Section>
  )
}

function Showings({
  label,
  entry,
  of,
}: {
  readonly label: string
  readonly entry: RemovedEntry
  readonly of: 'shown' | 'notShown'
}) {
  const { zone } = useVault().summary
  const list = entry.facts?.[of] ?? []
  if (list.length === 0) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {list.map(({ accession, made }) => (
          <a key={accession} href={address('imports', [accession])}>
            {accession} ({formatInstant(made, zone, 'day')}){' '}
          </a>
        ))}
      </dd>
    </div>
  )
}

function Acts({ entry }: { readonly entry: RemovedEntry }) {
  if (entry.acts.length === 0) return <Section title={t('acts')}>{<p className="soft">{t('actsNone')}</p>}</Section>
  return (
    <Section title={t('acts')}>
      <ListTable
        file={`removed-${entry.id}`}
        label={t('acts')}
        rows={entry.acts}
        keyOf={({ at, act }) => `${at} ${act}`}
        columns={[
          { id: 'act', title: t('what'), heading: true, cell: ({ act }) => t(`act.${RemovalAct.parse(act)}`) },
          { id: 'on', title: t('on'), tight: true, cell: ({ on }) => formatDay(on) },
          { id: 'by', title: t('doer'), cell: ({ by }) => <bdi>{by}</bdi> },
          { id: 'words', title: t('actWords'), cell: ({ words }) => <bdi>{words}</bdi> },
        ]}
      />
    </Section>
  )
}

function ActForm({ id, act, onDone }: { readonly id: number; readonly act: RemovalAct; readonly onDone: () => void }) {
  const { zone } = useVault().summary
  const [on, setOn] = useState(() => todayIn(zone))
  const [by, setBy] = useState('')
  const [words, setWords] = useState('')
  const saving = useAction(async () => {
    await run(removedAct, { id, act, on, by, words })
    onDone()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void saving.go()
  }
  return (
    <form className="form" onSubmit={submit}>
      {isAttorneysAct(act) && <p className="soft">{t('attorneys')}</p>}
      <Field type="date" label={t('on')} value={on} onChange={setOn} required />
      <Field label={t('doer')} value={by} onChange={setBy} required autoFocus />
      <Field label={t('actWords')} value={words} onChange={setWords} lines={2} />
      <FormEnd action={saving} cancel={t('cancel')} onCancel={onDone}>
        {t('actDo')}
      </FormEnd>
    </form>
  )
}

function inWords(moment: string | null): string {
  return moment === null ? '' : formatMoment(moment)
}
