// Owns saying in which parts two versions of a record differ.
import type { Difference } from '../../../shared/domain/capture/comparison.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { recordDetail } from '../vault/record/read.ts'

/** Details that follow from others, or say nothing to a reader. */
const LEFT_OUT = new Set(['seconds', 'guid', 'summary'])
const LONGEST = 20_000

/** The words, files, links and details that differ; nothing where only the source's own writing does. */
export function differencesOf(db: Driver, id: RecordId, before: number, after: number): Difference[] {
  const versions = recordDetail(db, id)?.versions ?? []
  const [one, other] = [before, after].map((number) => versions.find((version) => version.number === number))
  if (one === undefined || other === undefined) return []
  const parts: (readonly [string, string, string])[] = [
    ['text', one.text, other.text],
    ['media', filesOf(one.media), filesOf(other.media)],
    ['links', linksOf(one.links), linksOf(other.links)],
    ...[...new Set([...Object.keys(one.details), ...Object.keys(other.details)])]
      .filter((name) => !LEFT_OUT.has(name) && !(name === 'title' && one.text !== other.text))
      .map((name) => [name, written(one.details[name]), written(other.details[name])] as const),
  ]
  return parts
    .filter(([, left, right]) => left !== right)
    .map(([part, left, right]) => ({ part, before: left.slice(0, LONGEST), after: right.slice(0, LONGEST) }))
}

function filesOf(media: readonly { readonly name: string; readonly digest: string | null }[]): string {
  return media.map(({ name, digest }) => (digest === null ? name : `${name} (${digest.slice(0, 12)}…)`)).join('\n')
}

function linksOf(links: readonly { readonly target: string }[]): string {
  return links.map(({ target }) => target).join('\n')
}

function written(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
