// The notes on something: each with its former wordings, changed and taken back in place.
import { type FormEvent, useState } from 'react'
import { noteTakeBack, noteWrite } from '../../shared/contract/note.ts'
import type { Note, Subject } from '../../shared/domain/record/note.ts'
import { useAction } from '../client/action.ts'
import { run } from '../client/call.ts'
import { en } from '../locale/en/papers.ts'
import { translator } from '../locale/t.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { RefusalNotice } from '../ui/notice.tsx'
import { PlainText } from '../ui/plain-text.tsx'
import { useSigned } from './signed.ts'

const t = translator(en)

interface Props {
  readonly subject: Subject
  /** Undefined until they have come. */
  readonly notes: readonly Note[] | undefined
}

/** The part. */
export function NotePart({ subject, notes }: Props) {
  return (
    <div className="papers-part">
      <h3>{t('notes')}</h3>
      <NoteForm subject={subject} note={null} text="" label={t('write')} act={t('keep')} />
      {notes?.length === 0 && <p className="soft">{t('noNotes')}</p>}
      <ul className="papers-list">
        {notes?.map((note) => (
          <li key={note.id}>
            <NoteLine subject={subject} note={note} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NoteLine({ subject, note }: { readonly subject: Subject; readonly note: Note }) {
  const signed = useSigned()
  const [editing, setEditing] = useState(false)
  const taking = useAction(() => run(noteTakeBack, { note: note.id }))
  const [newest, ...former] = note.wordings
  if (newest === undefined) return null
  const { when } = signed(newest)
  if (editing && newest.text !== null) {
    return (
      <NoteForm
        subject={subject}
        note={note.id}
        text={newest.text}
        label={t('change')}
        act={t('keepChange')}
        onDone={() => setEditing(false)}
      />
    )
  }
  return (
    <>
      {newest.text === null ? (
        <p className="soft">{t('takenBack', signed(newest))}</p>
      ) : (
        <>
          <p className="note-text" dir="auto">
            <PlainText text={newest.text} />
          </p>
          <div className="papers-line">
            <span className="soft">{t(former.length > 0 ? 'changedBy' : 'writtenBy', signed(newest))}</span>
            <Button look="quiet" onPress={() => setEditing(true)}>
              {t('edit')}
              <span className="visually-hidden"> {t('editOf', { when })}</span>
            </Button>
            <Button look="quiet" busy={taking.busy} onPress={() => void taking.go()}>
              {t('takeBack')}
              <span className="visually-hidden"> {t('takeNoteBack', { when })}</span>
            </Button>
          </div>
        </>
      )}
      {former.length > 0 && (
        <details>
          <summary>{t('former', { count: former.length })}</summary>
          <ul className="papers-list">
            {former.map((wording) => (
              <li key={wording.at}>
                <p className="note-text" dir="auto">
                  {wording.text !== null && <PlainText text={wording.text} />}
                </p>
                <span className="soft">{t('writtenBy', signed(wording))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <RefusalNotice refusal={taking.refusal} />
    </>
  )
}

interface FormProps {
  readonly subject: Subject
  readonly note: number | null
  readonly text: string
  readonly label: string
  readonly act: string
  /** Where it changes a note: told when that is done or given up. */
  readonly onDone?: () => void
}

function NoteForm({ subject, note, text: before, label, act, onDone }: FormProps) {
  const [text, setText] = useState(before)
  const keeping = useAction(async () => {
    await run(noteWrite, { subject, note, text })
    setText('')
    onDone?.()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keeping.go()
  }
  return (
    <form className="note-form" onSubmit={submit}>
      <Field label={label} value={text} onChange={setText} lines={2} autoFocus={note !== null} />
      <RefusalNotice refusal={keeping.refusal} />
      <div className="form-actions">
        {onDone && (
          <Button look="quiet" onPress={onDone}>
            {t('cancel')}
          </Button>
        )}
        <Button submit busy={keeping.busy} disabled={text.trim() === ''}>
          {act}
        </Button>
      </div>
    </form>
  )
}
