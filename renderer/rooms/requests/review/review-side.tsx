// Beside the record: what is redacted or on what it is withheld, what patterns propose, whole fields, and what was decided before.
import { useState } from 'react'
import type { MediaItem, RecordDetail } from '../../../../shared/domain/record/record.ts'
import type { AppliedGround } from '../../../../shared/domain/review/review.ts'
import { en } from '../../../locale/en/review.ts'
import { translator } from '../../../locale/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import type { Asking } from './asking.ts'
import { BoxDialog } from './box-dialog.tsx'
import { CommentsPart } from './comments-part.tsx'
import type { ReviewDesk } from './desk.ts'
import { redacting, withholding } from './drafts.ts'
import type { Stand } from './fetched.ts'
import { FieldsPart } from './fields-part.tsx'
import { FilesPart } from './files-part.tsx'
import { GroundWords } from './ground-words.tsx'
import { HistoryPart } from './history-part.tsx'
import { PagesDialog } from './pages-dialog.tsx'
import { ProposalsPart } from './proposals-part.tsx'
import { RecordingDialog } from './recording-dialog.tsx'
import { RedactionList } from './redaction-list.tsx'

const t = translator(en)

interface Props {
  readonly desk: ReviewDesk
  readonly record: RecordDetail
  readonly stand: Stand
  readonly used: readonly AppliedGround[]
  readonly onAsk: (asking: Asking) => void
}

/** The parts. */
export function ReviewSide({ desk, record, stand, used, onAsk }: Props) {
  const { decision } = stand
  const [drawing, setDrawing] = useState<string | null>(null)
  const [edited, setEdited] = useState<MediaItem | null>(null)
  const [read, setRead] = useState<MediaItem | null>(null)
  const item = record.versions.flatMap(({ media }) => media).find(({ digest }) => digest === drawing)
  if (decision?.outcome === 'withhold')
    return (
      <>
        <WithheldPart desk={desk} record={record} grounds={decision.grounds} onAsk={onAsk} />
        <CommentsPart stand={stand} />
        <HistoryPart stand={stand} />
      </>
    )
  return (
    <>
      <CommentsPart stand={stand} />
      <RedactionList desk={desk} record={record} stand={stand} />
      <ProposalsPart record={record} decision={decision} onAsk={onAsk} />
      <FieldsPart record={record} onAsk={onAsk} />
      <FilesPart record={record} stand={stand} onAsk={onAsk} onDraw={setDrawing} onRead={setRead} onEdit={setEdited} />
      <BoxDialog
        item={item ?? null}
        standing={decision?.redactions ?? []}
        used={used}
        onClose={() => setDrawing(null)}
        onBoxes={(more) => {
          setDrawing(null)
          void desk.decide(record.id, (now) => redacting(now.decision, more), false)
        }}
      />
      <RecordingDialog
        item={edited}
        used={used}
        onClose={() => setEdited(null)}
        onEdited={(more) => {
          setEdited(null)
          void desk.decide(record.id, (now) => redacting(now.decision, more), false)
        }}
      />
      <PagesDialog desk={desk} record={record.id} item={read} stand={stand} used={used} onClose={() => setRead(null)} />
      <HistoryPart stand={stand} />
    </>
  )
}

interface WithheldProps extends Pick<Props, 'desk' | 'record' | 'onAsk'> {
  readonly grounds: readonly AppliedGround[]
}

function WithheldPart({ desk, record, grounds, onAsk }: WithheldProps) {
  const without = (place: number) => {
    const left = grounds.toSpliced(place, 1)
    void desk.decide(record.id, () => (left.length === 0 ? null : withholding(left)), false)
  }
  return (
    <section className="queue-part" aria-labelledby="review-withheld">
      <h2 id="review-withheld">{t('withheldOn')}</h2>
      <ul className="redaction-list">
        {grounds.map((ground, place) => (
          <li key={JSON.stringify(ground)}>
            <GroundWords ground={ground} />
            <IconButton
              icon="close"
              label={t('takeOffGround', { what: ground.describes })}
              onPress={() => without(place)}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button onPress={() => onAsk({ for: 'add-ground' })}>{t('addGround')}</Button>
      </div>
    </section>
  )
}
