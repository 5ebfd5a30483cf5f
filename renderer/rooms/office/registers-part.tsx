// The registers of the office: what they leave open, their entries, and what was done on each.
import { useState } from 'react'
import { loginList } from '../../../shared/contract/login.ts'
import { type OfficeEntry, officeList, officeOverview } from '../../../shared/contract/office.ts'
import { nextOfficeActs, OfficeAct } from '../../../shared/domain/office/office.ts'
import { officeLine } from '../../../shared/domain/office/office-words.ts'
import { Instant } from '../../../shared/domain/time.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { ListTable } from '../../list/list-table.tsx'
import { en } from '../../locale/en/office.ts'
import { en as papersWords } from '../../locale/en/papers.ts'
import { translator } from '../../locale/t.ts'
import { formatDay } from '../../locale/time.ts'
import { PapersButton, usePaperCounts } from '../../papers/papers-button.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { useForm } from '../../workspace/doing.ts'
import { ActForm } from './act-form.tsx'
import { EntryForm } from './entry-form.tsx'

const t = translator(en)
const tp = translator(papersWords)

/** The part. */
export function RegistersPart() {
  const [adding, setAdding] = useForm('add')
  const entries = useQuery(officeList, {}, ['stewardship'], 1000).data
  return (
    <>
      <OpenThings entries={entries ?? []} />
      <Section
        title={t('part.registers')}
        actions={
          <Button look="strong" icon="plus" onPress={() => setAdding(true)}>
            {t('add')}
          </Button>
        }
      >
        {entries?.length === 0 && <p className="soft">{t('entriesNone')}</p>}
        {entries !== undefined && entries.length > 0 && <Entries entries={entries} />}
      </Section>
      <Dialog title={t('addTitle')} open={adding} onClose={() => setAdding(false)} wide>
        <EntryForm onDone={() => setAdding(false)} />
      </Dialog>
    </>
  )
}

function OpenThings({ entries }: { readonly entries: readonly OfficeEntry[] }) {
  const { accounts } = useVault()
  const [now] = useState(() => Instant.parse(Date.now()))
  const logIns = useQuery(loginList, { now }, ['accounts', 'people'], 1000).data
  const open = useQuery(officeOverview, {}, ['stewardship', 'accounts', 'accessions'], 1000).data
  if (open === undefined) return null
  const lines = [
    ...entries.flatMap(({ due, said }) =>
      due === null ? [] : [t('dueOn', { day: formatDay(due), line: officeLine(said) })],
    ),
    ...(logIns?.accounts ?? []).flatMap(({ account, rotationDue, overdue }) =>
      rotationDue === null || !overdue
        ? []
        : [t('passwordDue', { handle: accounts.get(account)?.handle ?? '', day: formatDay(rotationDue) })],
    ),
    ...open.gaps.map(({ department, why }) =>
      t(why === 'no-liaison' ? 'noLiaison' : 'noDeputy', { department: department || t('noDepartment') }),
    ),
    ...open.control
      .filter(({ proof }) => proof === null)
      .map(({ account }) => t('noProof', { handle: accounts.get(account)?.handle ?? '' })),
    ...open.missingPapers.map((paper) => t('noPaper', { paper: t(`paper.${paper}`) })),
  ]
  return (
    <Section title={t('open')}>
      {lines.length === 0 ? (
        <p className="soft">{t('openNone')}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

interface Doing {
  readonly entry: OfficeEntry
  readonly act: OfficeAct
}

function Entries({ entries }: { readonly entries: readonly OfficeEntry[] }) {
  const { accounts } = useVault()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [changing, setChanging] = useState<OfficeEntry | null>(null)
  const papers = usePaperCounts('entry')
  return (
    <>
      <ListTable<OfficeEntry>
        file="registers"
        label={t('entries')}
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          { id: 'says', title: t('says'), heading: true, cell: ({ said }) => <bdi>{officeLine(said)}</bdi> },
          { id: 'register', title: t('register'), tight: true, cell: ({ said }) => t(`kind.${said.kind}`) },
          {
            id: 'account',
            title: t('account'),
            cell: ({ account }) => (account === null ? '' : <bdi>@{accounts.get(account)?.handle}</bdi>),
          },
          { id: 'due', title: t('due'), tight: true, cell: ({ due }) => (due === null ? '' : formatDay(due)) },
          {
            id: 'done',
            title: t('done'),
            cell: ({ acts }) =>
              acts.map(({ act, on }) => `${formatDay(on)}: ${t(`act.${OfficeAct.parse(act)}`)}`).join(', '),
          },
          {
            id: 'papers',
            title: tp('title'),
            tight: true,
            cell: ({ id, said }) => (
              <PapersButton
                subject={{ kind: 'entry', id: String(id) }}
                name={officeLine(said)}
                count={papers.get(String(id)) ?? 0}
              />
            ),
          },
          {
            id: 'next',
            title: t('next'),
            cell: (entry) => (
              <div className="deeds">
                {entry.stands && entry.said.kind !== 'flag' && (
                  <Button look="quiet" onPress={() => setChanging(entry)}>
                    {t('change')}
                    <span className="visually-hidden"> {t('changeOf', { line: officeLine(entry.said) })}</span>
                  </Button>
                )}
                {nextOfficeActs(entry.said.kind, entry.acts).map((act) => (
                  <Button key={act} look="quiet" onPress={() => setDoing({ entry, act })}>
                    {t(`act.${act}`)} …<span className="visually-hidden"> {officeLine(entry.said)}</span>
                  </Button>
                ))}
              </div>
            ),
          },
        ]}
      />
      <Dialog title={t('changeTitle')} open={changing !== null} onClose={() => setChanging(null)} wide>
        {changing && <EntryForm entry={changing} onDone={() => setChanging(null)} />}
      </Dialog>
      <Dialog title={doing === null ? '' : t(`act.${doing.act}`)} open={doing !== null} onClose={() => setDoing(null)}>
        {doing && <ActForm entry={doing.entry} act={doing.act} onDone={() => setDoing(null)} />}
      </Dialog>
    </>
  )
}
