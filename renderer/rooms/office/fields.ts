// The fields of each register, as its form asks for them.
import { en } from '../../locale/en/office.ts'
import { translator } from '../../locale/t.ts'
import type { Choice } from '../../ui/picker.tsx'

const t = translator(en)

/** A field of a form. */
export interface FieldSpec {
  /** Its name in the entry. */
  readonly id: string
  readonly label: string
  readonly required?: boolean
  readonly lines?: number
  readonly date?: boolean
  readonly choices?: readonly Choice[]
}

/** The registers that are written into by a form; posts to look at have a part of their own. */
export type Writable = 'change' | 'liaison' | 'departure' | 'paper' | 'custody' | 'election'

interface Register {
  readonly fields: readonly FieldSpec[]
  readonly hint?: string
  /** Whether what is written there can be about one account. */
  readonly account?: true
}

/** What each asks for. */
export const registers: Readonly<Record<Writable, Register>> = {
  change: {
    account: true,
    fields: [
      {
        ...{ id: 'what', label: t('what') },
        choices: (['password', 'login', 'tool', 'personnel', 'other'] as const).map((id) => ({
          id,
          label: t(`change.${id}`),
        })),
      },
      { id: 'happenedOn', label: t('happenedOn'), date: true, required: true },
      { id: 'words', label: t('saidWords'), lines: 2, required: true },
    ],
  },
  liaison: {
    fields: [
      { id: 'department', label: t('department'), required: true },
      { id: 'unit', label: t('unit') },
      { id: 'liaison', label: t('liaison') },
      { id: 'deputy', label: t('deputy') },
      { id: 'contact', label: t('contact') },
    ],
  },
  departure: {
    hint: t('departureHint'),
    fields: [
      { id: 'person', label: t('person'), required: true },
      { id: 'lastDay', label: t('lastDay'), date: true, required: true },
    ],
  },
  paper: {
    fields: [
      {
        ...{ id: 'what', label: t('what') },
        choices: (['agreement', 'standard-practice', 'guide', 'policy', 'council', 'other'] as const).map((id) => ({
          id,
          label: t(`paper.${id}`),
        })),
      },
      { id: 'title', label: t('titleField'), required: true },
      { id: 'adoptedOn', label: t('adoptedOn'), date: true, required: true },
      { id: 'source', label: t('source') },
      { id: 'text', label: t('text'), lines: 5 },
    ],
  },
  custody: {
    account: true,
    fields: [
      {
        ...{ id: 'role', label: t('role') },
        choices: (['owner', 'administrator', 'namesake', 'agency'] as const).map((id) => ({
          id,
          label: t(`custody.${id}`),
        })),
      },
      { id: 'holder', label: t('holder'), required: true },
      { id: 'from', label: t('fromDay'), date: true, required: true },
      { id: 'until', label: t('untilDay'), date: true },
      { id: 'words', label: t('saidWords'), lines: 2 },
    ],
  },
  election: {
    hint: t('electionHint'),
    fields: [
      { id: 'name', label: t('electionName'), required: true },
      { id: 'on', label: t('electionOn'), date: true, required: true },
      { id: 'source', label: t('electionSource') },
    ],
  },
}
