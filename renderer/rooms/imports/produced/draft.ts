// A production while it is written: who, how it is declared, what is missing.
import type { Granted } from '../../../../shared/contract/message.ts'
import type { ItemRef } from '../../../../shared/contract/produced.ts'
import { Declaration } from '../../../../shared/domain/intake/produced.ts'
import { en } from '../../../locale/en/produced.ts'
import { translator } from '../../../locale/t.ts'

const t = translator(en)

export type Form = 'words' | 'file' | 'both'
export const forms: readonly Form[] = ['words', 'file', 'both']

/** Texts of the declaration, as typed. */
export const declared = [
  'searchedBy',
  'searchedOn',
  'searchedWhere',
  'soughtFor',
  'terms',
  'notProduced',
  'signedBy',
  'signedOn',
] as const
export type Declared = (typeof declared)[number]

export interface Draft extends Readonly<Record<Declared, string>> {
  readonly by: string
  readonly title: string
  readonly form: Form
  readonly signedAt: string
  readonly underPenalty: boolean
  readonly document: Granted | null
  readonly chosen: ReadonlySet<ItemRef>
}

export const emptyDraft: Draft = {
  by: '',
  title: '',
  form: 'words',
  searchedBy: '',
  searchedOn: '',
  searchedWhere: '',
  soughtFor: '',
  terms: '',
  notProduced: '',
  signedBy: '',
  signedOn: '',
  signedAt: '',
  underPenalty: false,
  document: null,
  chosen: new Set(),
}

export type Problems = Readonly<Partial<Record<keyof Draft | 'account', string>>>

/** What keeps the items from being taken in, by field, in sentences. */
export function problemsOf(draft: Draft, hasAccount: boolean): Problems {
  const problems: Partial<Record<keyof Draft | 'account', string>> = {}
  if (draft.by.trim() === '') problems.by = t('needBy')
  if (!hasAccount) problems.account = t('needAccount')
  if (draft.chosen.size === 0) problems.chosen = t('needItems')
  if (draft.form !== 'words' && draft.document === null) problems.document = t('needFile')
  if (draft.form === 'file') return problems
  for (const name of declared) if (draft[name].trim() === '') problems[name] = t('needed')
  return problems
}

/** The declaration in words; null where it is a file alone. @throws z.ZodError where `problemsOf` is not empty */
export function declarationOf(draft: Draft): Declaration | null {
  if (draft.form === 'file') return null
  const { signedAt, underPenalty } = draft
  return Declaration.parse({
    ...Object.fromEntries(declared.map((name) => [name, draft[name]])),
    signedAt,
    underPenalty,
  })
}
