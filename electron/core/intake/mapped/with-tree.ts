// Owns opening chosen files as one tree for a look, and closing it again.
import type { GrantedFile } from '../../vault/handler.ts'
import { withScratch } from '../granted.ts'
import { layOut } from '../nested.ts'
import type { ExportTree } from '../platform.ts'
import { whyUnreadable } from '../refuse.ts'
import { openTree } from '../tree.ts'

/** Does something with the tree of the files, or says why they cannot be opened. Nothing of it is stored. */
export function withChosenTree<Result>(
  folder: string,
  sources: readonly GrantedFile[],
  signal: AbortSignal,
  use: (tree: ExportTree) => Promise<Result>,
): Promise<Result | { readonly refusals: string[] }> {
  return withScratch(folder, 'look', async (scratch) => {
    const laid = await layOut(sources, scratch, signal)
    if (laid.refusals.length > 0) return { refusals: [...laid.refusals] }
    const tree = await openTree(laid.sources, signal)
    try {
      const refusals = whyUnreadable(tree)
      return refusals.length > 0 ? { refusals } : await use(tree)
    } finally {
      await tree.set.close()
    }
  })
}
