// Owns listing the pages of a capture, as its own list in the package has them.
import { z } from 'zod'
import { Instant } from '../../../../shared/domain/time.ts'
import type { PackageIndex } from './package-index.ts'

export interface ListedPage {
  readonly address: string
  readonly title: string
  readonly at: Instant
  /** Its words as they were shown; empty where nobody took them. */
  readonly text: string
}

const Listed = z.object({
  url: z.string(),
  ts: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
})

/** The pages in the order in which they were visited. */
export async function listedPages(index: PackageIndex): Promise<ListedPage[]> {
  const lines = ((await index.text('pages/pages.jsonl')) ?? '').split('\n').filter((line) => line !== '')
  return lines.flatMap((line): ListedPage[] => {
    const page = Listed.safeParse(JSON.parse(line)).data
    if (page === undefined) return []
    return [{ address: page.url, title: page.title, at: Instant.parse(Date.parse(page.ts)), text: page.text }]
  })
}
