// What became of a plan: its certificate, what stayed and why, and the copies that are out of reach.
import { useState } from 'react'
import {
  type DestructionSummary,
  destructionReadmit,
  destructionSave,
  destructionShow,
} from '../../../shared/contract/destruction.ts'
import { useAction } from '../../client/action.ts'
import { run, start } from '../../client/call.ts'
import { chooseTarget } from '../../client/grants.ts'
import { useQuery } from '../../client/query.ts'
import { en } from '../../locale/en/destruction.ts'
import { en as ownWords } from '../../locale/en/office-files.ts'
import { formatCount } from '../../locale/number.ts'
import { translator } from '../../locale/t.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice, RefusalNotice } from '../../ui/notice.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'
import { FileName } from './own-files.tsx'

const t = translator(en)
const own = translator(ownWords)
const SHOWN = 200

/** The part. */
export function CertificatePart({ destruction }: { readonly destruction: DestructionSummary }) {
  const {
    id,
    certificate,
    kind,
    archives,
    destroyed,
    skipped,
    files,
    filesKept,
    waiting,
    stopped,
    proof,
    state,
    executedBy,
    witness,
  } = destruction
  const custody = kind === 'custody'
  const asked = skipped + filesKept > 0 ? { id, from: 0, limit: SHOWN } : null
  const { data } = useQuery(destructionShow, asked, ['disposition'])
  const save = useAction(async (form: 'pdf' | 'json' | 'csv') => {
    const name = form === 'csv' ? 'destroyed' : `certificate-of-${kind}`
    const target = await chooseTarget(`${name}-${certificate}.${form}`)
    if (target) await start(destructionSave, { id, to: { pdf: null, json: null, [form]: target.grant } })
  })
  return (
    <section className="plan-steps">
      <h3>{t(custody ? 'custodyCertificate' : 'certificate', { number: certificate })}</h3>
      <dl className="figures">
        <Figure name={t(custody ? 'custodyGiven' : 'destroyed')} value={formatCount(destroyed)} />
        {custody && <Figure name={t('custodyTo')} value={archives} />}
        <Figure name={t('passedOver')} value={formatCount(skipped)} />
        {waiting > 0 && <Figure name={t('waiting')} value={formatCount(waiting)} />}
        {files > 0 && <Figure name={own('destroyed')} value={formatCount(files)} />}
        <Figure name={t('by')} value={executedBy} />
        <Figure name={t('witnessShort')} value={witness ?? t('noWitness')} />
      </dl>
      {stopped !== null && <Notice tone="warn">{t('stopped', { why: stopped })}</Notice>}
      {state !== 'certified' && <Notice tone="info">{t('executing')}</Notice>}
      {proof !== null &&
        (proof.left.length === 0 ? (
          <Notice tone="good">{t('proofStands')}</Notice>
        ) : (
          <Notice tone="bad" title={t('proofFails')}>
            <ul>
              {proof.left.map(({ place, sentence }) => (
                <li key={`${place} ${sentence}`}>
                  <bdi>{place}</bdi>: {sentence}
                </li>
              ))}
            </ul>
          </Notice>
        ))}
      {data && data.passedOver.length > 0 && (
        <details>
          <summary>{t('stays', { count: formatCount(skipped) })}</summary>
          <DataTable
            label={t('stays', { count: formatCount(skipped) })}
            rows={data.passedOver}
            keyOf={({ recordId }) => recordId}
            columns={[
              { id: 'record', title: t('record'), heading: true, cell: ({ recordId }) => String(recordId) },
              { id: 'why', title: t('why'), cell: ({ detail }) => detail },
            ]}
          />
        </details>
      )}
      {data && data.filesKept.length > 0 && (
        <details>
          <summary>{own('stayed', { count: formatCount(filesKept) })}</summary>
          <DataTable
            label={own('stayed', { count: formatCount(filesKept) })}
            rows={data.filesKept}
            keyOf={({ kind, id }) => `${kind} ${id}`}
            columns={[
              { id: 'file', title: own('file'), heading: true, cell: (file) => <FileName file={file} /> },
              { id: 'why', title: own('why'), cell: ({ detail }) => detail },
            ]}
          />
        </details>
      )}
      {proof !== null && proof.residual.length > 0 && (
        <details open>
          <summary>{t('residual', { count: formatCount(proof.residual.length) })}</summary>
          <DataTable
            label={t('residual', { count: formatCount(proof.residual.length) })}
            rows={proof.residual}
            keyOf={({ place, sentence }) => `${place} ${sentence}`}
            columns={[
              { id: 'place', title: t('place'), heading: true, cell: ({ place }) => <bdi>{place}</bdi> },
              { id: 'what', title: t('what'), cell: ({ sentence }) => sentence },
            ]}
          />
        </details>
      )}
      <RefusalNotice refusal={save.refusal} />
      {state === 'certified' && (
        <div className="plan-acts">
          <Button icon="print" onPress={() => void save.go('pdf')} busy={save.busy}>
            {t('savePdf')}
          </Button>
          <Button icon="file" onPress={() => void save.go('json')} busy={save.busy}>
            {t('saveJson')}
          </Button>
          <Button icon="file" onPress={() => void save.go('csv')} busy={save.busy}>
            {t('saveList')}
          </Button>
          <Readmit destruction={destruction} />
        </div>
      )}
    </section>
  )
}

/** Deciding that what was destroyed may come in again, where an export brings it. */
function Readmit({ destruction: { id, certificate, readmitted } }: { readonly destruction: DestructionSummary }) {
  const [open, setOpen] = useState(false)
  const readmitting = useAction(async (reason: string) => {
    await run(destructionReadmit, { id, reason })
    setOpen(false)
  })
  if (readmitted) return <p className="soft">{t('readmitted')}</p>
  return (
    <>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {t('readmit')}
      </Button>
      <Dialog title={t('readmitTitle', { number: certificate })} open={open} onClose={() => setOpen(false)}>
        <ReasonForm
          about={t('readmitAbout')}
          act={t('readmitDo')}
          label={t('reason')}
          action={readmitting}
          cancel={t('cancel')}
          onCancel={() => setOpen(false)}
          onReason={(reason) => void readmitting.go(reason)}
        />
      </Dialog>
    </>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
