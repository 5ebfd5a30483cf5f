// What each column of a table is, as a person chooses it: one role a column, and back to the rules that are saved.
import type { Table } from '../../../shared/contract/mapping.ts'
import { type MappingRules, RecordField } from '../../../shared/domain/intake/mapping.ts'
import type { RecordKind } from '../../../shared/domain/record/record.ts'

/** `url-id`: the address tells rows apart, for want of a number. */
export type Role = RecordField | 'time' | 'kind' | 'count' | 'detail' | 'url-id' | 'none'

export const roles: readonly Role[] = [
  'none',
  'text',
  'title',
  'time',
  'id',
  'author',
  'handle',
  'url',
  'url-id',
  'media',
  'alt',
  'parent',
  'conversation',
  'kind',
  'count',
  'detail',
]

/** The role of a column. */
export function roleOf(path: string, { fields, time, kind, counts, details }: MappingRules): Role {
  if (fields.url === path && fields.id === path) return 'url-id'
  if (time?.column === path) return 'time'
  if ('column' in kind && kind.column === path) return 'kind'
  if (counts.some(({ column }) => column === path)) return 'count'
  if (details.some(({ column }) => column === path)) return 'detail'
  return RecordField.options.find((field) => fields[field] === path) ?? 'none'
}

/** The rules with another role for a column. What had that role before has none then, but for counts and details. */
export function withRole(rules: MappingRules, path: string, role: Role, { columns }: Table): MappingRules {
  const free = without(rules, path)
  if (role === 'none') return free
  if (role === 'count') return { ...free, counts: [...free.counts, { name: nameFor(path, free.counts), column: path }] }
  if (role === 'detail')
    return { ...free, details: [...free.details, { name: nameFor(path, free.details), column: path }] }
  if (role === 'time') {
    const { format, zone } = rules.time ?? { format: 'year-first' as const, zone: 'unknown' as const }
    return { ...free, time: { column: path, format, zone } }
  }
  if (role === 'kind') {
    const words = columns.find((column) => column.path === path)?.words ?? []
    const kind = kindOf(rules)
    return {
      ...free,
      kind: { column: path, words: Object.fromEntries(words.map((word) => [word, kind])), otherwise: null },
    }
  }
  if (role === 'url-id') return { ...free, fields: { ...free.fields, url: path, id: path } }
  return { ...free, fields: { ...free.fields, [role]: path } }
}

function without(rules: MappingRules, path: string): MappingRules {
  const fields = Object.fromEntries(Object.entries(rules.fields).filter(([, column]) => column !== path))
  return {
    ...rules,
    fields,
    time: rules.time?.column === path ? null : rules.time,
    kind: 'column' in rules.kind && rules.kind.column === path ? { is: kindOf(rules) } : rules.kind,
    counts: rules.counts.filter(({ column }) => column !== path),
    details: rules.details.filter(({ column }) => column !== path),
  }
}

/** The kind of all rows, or the one that a column's words give most likely. */
function kindOf({ kind }: MappingRules): RecordKind {
  return 'is' in kind ? kind.is : (kind.otherwise ?? Object.values(kind.words)[0] ?? 'post')
}

/** Of a path its last key, of a heading the whole; a number behind it where that is taken. */
function nameFor(path: string, taken: readonly { readonly name: string }[]): string {
  const plain =
    path
      .replace(/(?:\[\*\]|\[\d+\])+$/, '')
      .split('.')
      .at(-1)
      ?.trim()
      .toLowerCase()
      .slice(0, 70) || 'value'
  const same = taken.filter(({ name }) => name === plain || name.startsWith(`${plain} `)).length
  return same === 0 ? plain : `${plain} ${same + 1}`
}
