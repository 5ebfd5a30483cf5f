// Notes on, and files attached to, one thing: written, dropped, pasted, looked at, saved and taken back.
import type { ClipboardEvent } from 'react'
import { noteList } from '../../shared/contract/note.ts'
import type { Subject } from '../../shared/domain/record/note.ts'
import { useQuery } from '../client/query.ts'
import { en } from '../locale/en/papers.ts'
import { translator } from '../locale/t.ts'
import { RefusalNotice } from '../ui/notice.tsx'
import { useDrop } from '../ui/use-drop.ts'
import { FilePart } from './file-part.tsx'
import { NotePart } from './note-part.tsx'
import './papers.css'
import { useAttach } from './use-attach.ts'

const t = translator(en)

/** The panel. */
export function PapersPanel({ subject }: { readonly subject: Subject }) {
  const { data, refusal } = useQuery(noteList, { subject }, ['notes'], 300)
  const attaching = useAttach(subject)
  const { over, heard } = useDrop((files) => attaching.attach(files))
  const pasted = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    attaching.attach([...event.clipboardData.files])
  }
  return (
    <section aria-label={t('title')} className={`papers ${over ? 'over' : ''}`} {...heard} onPaste={pasted}>
      <RefusalNotice refusal={refusal} />
      <NotePart subject={subject} notes={data?.notes} />
      <FilePart attachments={data?.attachments} attaching={attaching} />
    </section>
  )
}
