// Which records may be the same as one, and what was merged into it: decided here, and undone here.
import { useState } from 'react'
import { recordAlike, recordJoin, recordMerge, recordSplit } from '../../../shared/contract/correction.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { useAction } from '../../client/action.ts'
import { type Output, run } from '../../client/call.ts'
import { useQuery } from '../../client/query.ts'
import { useVault } from '../../client/vault.ts'
import { en } from '../../locale/en/corrections.ts'
import { word } from '../../locale/en/domain.ts'
import { translator } from '../../locale/t.ts'
import { formatInstant } from '../../locale/time.ts'
import { isGuarded, StandIn } from '../../record/stand-in.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/notice.tsx'
import { PlainText } from '../../ui/plain-text.tsx'
import { ReasonForm } from '../../ui/reason-form.tsx'

const t = translator(en)
type Found = Output<typeof recordAlike>

interface Props {
  readonly id: RecordId
  readonly onGo: (id: RecordId) => void
}

/** The part; nothing where nothing is like the record. */
export function AlikePart({ id, onGo }: Props) {
  const { data } = useQuery(recordAlike, { id }, ['records'], 1000)
  if (!data || data.alike.length + data.merges.length + data.separations.length === 0) return null
  return (
    <section className="record-part" aria-label={t('alike')}>
      {data.alike.length > 0 && (
        <>
          <h3>{t('alike')}</h3>
          <p className="soft">{t('alikeAbout')}</p>
          <ul className="plain-list">
            {data.alike.map((one) => (
              <AlikeLine key={one.row.id} id={id} one={one} onGo={onGo} />
            ))}
          </ul>
        </>
      )}
      {data.merges.length > 0 && <Merges merges={data.merges} onGo={onGo} />}
      {data.separations.length > 0 && <Separations id={id} separations={data.separations} onGo={onGo} />}
    </section>
  )
}

function AlikeLine({ id, one, onGo }: Props & { readonly one: Found['alike'][number] }) {
  const { zone } = useVault().summary
  const [open, setOpen] = useState(false)
  const { row, why } = one
  return (
    <li className="alike-line">
      <p>
        <strong>{word(row.kind)}</strong>
        {row.at !== null && ` · ${formatInstant(row.at, zone, 'moment')}`} · {why}
      </p>
      <p>{isGuarded(row) ? <StandIn row={row} /> : <PlainText text={row.text} />}</p>
      <div className="form-actions start">
        <Button look="quiet" onPress={() => onGo(row.id)}>
          {t('look')}
        </Button>
        <Button onPress={() => setOpen(true)}>{t('isSame')}</Button>
      </div>
      <Dialog title={t('mergeTitle')} open={open} onClose={() => setOpen(false)}>
        <MergeForm one={id} other={row.id} onCancel={() => setOpen(false)} onDone={onGo} />
      </Dialog>
    </li>
  )
}

interface FormProps {
  readonly one: RecordId
  readonly other: RecordId
  readonly onCancel: () => void
  readonly onDone: (kept: RecordId) => void
}

function MergeForm({ one, other, onCancel, onDone }: FormProps) {
  const merging = useAction(async (reason: string) => {
    const { kept } = await run(recordMerge, { one, other, reason })
    onCancel()
    onDone(kept)
  })
  return (
    <ReasonForm
      about={t('alikeAbout')}
      label={t('mergeReason')}
      act={t('mergeDo')}
      action={merging}
      cancel={t('cancel')}
      onCancel={onCancel}
      onReason={(reason) => void merging.go(reason)}
    />
  )
}

function Merges({ merges, onGo }: { readonly merges: Found['merges']; readonly onGo: (id: RecordId) => void }) {
  const splitting = useAction(async (merge: number) => onGo((await run(recordSplit, { merge })).kept))
  return (
    <>
      <h3>{t('merged')}</h3>
      <ul className="plain-list">
        {merges.map(({ id, absorbed, reason }) => (
          <li key={id} className="alike-line">
            <p>
              <bdi>{t('mergedLine', { absorbed: String(absorbed), reason })}</bdi>
            </p>
            <div className="form-actions start">
              <Button icon="undo" busy={splitting.busy} onPress={() => void splitting.go(id)}>
                {t('splitAgain')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={splitting.refusal} />
    </>
  )
}

interface SeparationsProps extends Props {
  readonly separations: Found['separations']
}

function Separations({ id, separations, onGo }: SeparationsProps) {
  const joining = useAction(async (separation: number) => onGo((await run(recordJoin, { separation })).record))
  return (
    <>
      <h3>{t('separated')}</h3>
      <ul className="plain-list">
        {separations.map(({ id: separation, from, record, reason }) => (
          <li key={separation} className="alike-line">
            <p>
              <bdi>
                {from === id
                  ? t('separatedTo', { record: String(record), reason })
                  : t('separatedFrom', { record: String(from), reason })}
              </bdi>
            </p>
            <div className="form-actions start">
              <Button look="quiet" onPress={() => onGo(from === id ? record : from)}>
                {t('look')}
              </Button>
              <Button icon="undo" busy={joining.busy} onPress={() => void joining.go(separation)}>
                {t('joinAgain')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={joining.refusal} />
    </>
  )
}
