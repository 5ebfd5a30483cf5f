// Owns which note belongs to which post: same second, and the post's text is the beginning of the note's (formats.md §3).
import type { JoinedItem } from '../../draft.ts'
import type { BytePlace, ByteStore } from './byte-store.ts'
import { comparable, isBeginning, type NoteText, noteText } from './note.ts'
import { sourceTime } from './time.ts'

interface Note {
  readonly id: string
  readonly file: number
  readonly position: number
  readonly start: number
  readonly place: BytePlace
  readonly deleted: boolean
  /** As much of the text as a post can begin with, made comparable. */
  readonly beginning: string
  carriedBy: string | null
  ambiguous: boolean
}

/** A note found for a post. */
export interface FoundNote {
  /** Every place where it stands: an export in parts may hold it twice. */
  readonly joined: readonly JoinedItem[]
  readonly note: NoteText
}

export interface NoteIndex {
  readonly empty: boolean
  /** Adds a note of a file (its index in the plan); what cannot be read is left for its own turn. */
  add(file: number, position: number, start: number, bytes: Uint8Array, deleted: boolean): void
  /** The note of a post, by the post's moment (ms) and decoded text. The same post asked for again gets the same note. */
  of(id: string, at: number, text: string, deleted: boolean): FoundNote | 'taken' | null
  /** Why no post carries a note; null where one does. */
  whyAlone(file: number, position: number): string | null
}

/** Posts were never longer than 280 signs, each up to two units, with links and names of those answered to. */
const LONGEST_BEGINNING = 2000

/** An empty index that keeps the notes' bytes in `store`. */
export function noteIndex(store: ByteStore): NoteIndex {
  const bySecond = new Map<number, Note[]>()
  const byPlace = new Map<string, Note>()

  return {
    get empty() {
      return bySecond.size === 0
    },
    add: (file, position, start, bytes, deleted) => {
      const note = parsed(bytes)
      const { at } = sourceTime(note?.createdAt, null)
      if (note === null || at === null) return
      const beginning = comparable(note.text.slice(0, LONGEST_BEGINNING))
      const place = store.put(bytes)
      const entry: Note = {
        id: note.id,
        file,
        position,
        start,
        place,
        deleted,
        beginning,
        carriedBy: null,
        ambiguous: false,
      }
      byPlace.set(`${file}:${position}`, entry)
      const second = Math.floor(at / 1000)
      const others = bySecond.get(second)
      if (others === undefined) bySecond.set(second, [entry])
      else others.push(entry)
    },
    of: (id, at, postText, deleted) => {
      const sameSecond = bySecond.get(Math.floor(at / 1000))
      if (sameSecond === undefined) return null
      const start = comparable(postText)
      const fitting = sameSecond.filter(({ beginning }) => isBeginning(start, beginning))
      // A deleted post's note may still stand among the live ones; a live post's never among the deleted.
      const own = fitting.filter((note) => note.deleted === deleted)
      const ofState = own.length > 0 || !deleted ? own : fitting
      const whole = ofState.filter(({ beginning }) => beginning === start)
      const notes = whole.length === 1 ? whole : ofState
      const [note] = notes
      if (note === undefined) return null
      // The same note standing twice is one note.
      if (notes.some((other) => other.id !== note.id)) {
        for (const one of notes) one.ambiguous = true
        return null
      }
      if (note.carriedBy !== null && note.carriedBy !== id) return 'taken'
      const bytes = store.get(note.place)
      const text = parsed(bytes)
      if (text === null) return null
      for (const same of notes) same.carriedBy = id
      const joined = notes.map((same): JoinedItem => {
        const { file, position, start: from, place } = same
        return { member: file, position, start: from, bytes: same === note ? bytes : store.get(place), role: 'note' }
      })
      return { note: text, joined }
    },
    whyAlone: (file, position) => {
      const note = byPlace.get(`${file}:${position}`)
      if (note !== undefined && note.carriedBy !== null) return null
      if (note?.ambiguous === true) {
        return 'Several long texts of the same second fit one post: which belongs to it cannot be told.'
      }
      return 'No post of the same second begins with this text.'
    },
  }
}

function parsed(bytes: Uint8Array): NoteText | null {
  try {
    return noteText(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')))
  } catch {
    return null
  }
}
