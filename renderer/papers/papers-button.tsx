// The button that opens the notes and files of a line of a list, with how many there are.
import { useState } from 'react'
import { noteCounts } from '../../shared/contract/note.ts'
import type { Subject } from '../../shared/domain/record/note.ts'
import { useQuery } from '../client/query.ts'
import { en } from '../locale/en/papers.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './papers.css'
import { PapersPanel } from './papers-panel.tsx'

const t = translator(en)

/** How many notes and files stand on each subject of a kind, by its number. */
export function usePaperCounts(kind: Subject['kind']): ReadonlyMap<string, number> {
  const { data } = useQuery(noteCounts, { kind }, ['notes'], 500)
  return new Map(data?.map(({ id, notes, attachments }) => [id, notes + attachments]))
}

interface Props {
  readonly subject: Subject
  /** What the line is called, for the title and for whoever does not see the line. */
  readonly name: string
  readonly count: number
  /** What the button says while there is nothing. */
  readonly word?: string
}

/** The button. */
export function PapersButton({ subject, name, count, word = t('none') }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <span className="papers-open">
      <Button look="quiet" icon="file" onPress={() => setOpen(true)}>
        {count === 0 ? word : <span aria-hidden="true">{count}</span>}
        <span className="visually-hidden">
          {' '}
          {count > 0 && t('count', { count })} {t('open', { name })}
        </span>
      </Button>
      <Dialog title={t('open', { name })} open={open} onClose={() => setOpen(false)} wide>
        <PapersPanel subject={subject} />
        <div className="form-actions">
          <Button look="strong" onPress={() => setOpen(false)}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    </span>
  )
}
