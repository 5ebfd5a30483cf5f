// How an import was put right, and the menu to do so.
import { useState } from 'react'
import { jobShow } from '../../../shared/contract/job.ts'
import type { JobId } from '../../../shared/domain/id.ts'
import type { Accession } from '../../../shared/domain/intake/accession.ts'
import type { Correction } from '../../../shared/domain/intake/correction.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/corrections.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { type Act, CorrectForm } from './correct-form.tsx'

const t = translator(en)

/** The menu of a complete import; what a job says in the end stands beside it. */
export function CorrectMenu({ accession }: { readonly accession: Accession }) {
  const [act, setAct] = useState<Act | null>(null)
  const [job, setJob] = useState<JobId | null>(null)
  if (accession.state !== 'complete') return job && <Outcome job={job} />
  const acts: Act[] = ['readAgain', 'move', accession.aside ? 'bringBack' : 'setAside', 'withdraw']
  return (
    <>
      <MenuButton
        label={t('putRight')}
        button={t('putRight')}
        entries={acts.map((one) => ({ id: one, label: t(one), run: () => setAct(one) }))}
      />
      {job && <Outcome job={job} />}
      <Dialog title={act === null ? '' : t(act)} open={act !== null} onClose={() => setAct(null)}>
        {act !== null && <CorrectForm accession={accession} act={act} onDone={() => setAct(null)} onJob={setJob} />}
      </Dialog>
    </>
  )
}

/** Whether the job is under way, or why it was refused. */
function Outcome({ job }: { readonly job: JobId }) {
  const { data } = useQuery(jobShow, { id: job }, ['jobs'], 500)
  if (data?.problem) return <RefusalNotice refusal={data.problem} />
  if (data?.state === 'succeeded') return null
  return (
    <span role="status" className="soft">
      {t('began')}
    </span>
  )
}

/** Everything that was done to an import, as a notice; nothing where nothing was. */
export function Corrections({ accession }: { readonly accession: Accession }) {
  if (accession.corrections.length === 0) return null
  const withdrawn = accession.corrections.some(({ act }) => act === 'withdrawn')
  const title = withdrawn ? t('isWithdrawn') : accession.aside ? t('isAside') : t('history')
  return (
    <Notice tone={withdrawn || accession.aside ? 'warn' : 'info'} title={title}>
      {accession.aside && <p>{t('isAsideAbout')}</p>}
      <ul className="plain-list">
        {accession.corrections.map((one) => (
          <Line key={`${one.act} ${one.at}`} correction={one} />
        ))}
      </ul>
    </Notice>
  )
}

function Line({ correction }: { readonly correction: Correction }) {
  const { summary, accounts, people } = useVault()
  const { act, from, to, at, by, reason, second } = correction
  const handle = (id: Correction['from']) => (id === null ? '' : (accounts.get(id)?.handle ?? String(id)))
  const what = act === 'moved' ? t('act.moved', { from: handle(from), to: handle(to) }) : t(`act.${act}`)
  const when = formatInstant(at, summary.zone, 'moment')
  const name = by === null ? undefined : people.get(by)?.name
  return (
    <li>
      {name === undefined ? t('actLine', { act: what, when }) : t('actBy', { act: what, when, name })}
      {second !== undefined && ` ${t('actWith', { name: people.get(second)?.name ?? second })}`}
      {': '}
      <bdi>{reason}</bdi>
    </li>
  )
}
