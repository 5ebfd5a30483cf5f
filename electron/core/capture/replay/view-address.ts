// Under which address the views of a page stand in a capture, as capturing browsers name them.
import type { CapturedView } from '../../../../shared/contract/replay.ts'
import { withoutFragment } from './package-index.ts'

const NAMES = { screenshot: 'view', pdf: 'pdf', text: 'text' } satisfies Record<CapturedView, string>

/** The address of a view. @param page the page's own */
export function viewAddress(view: CapturedView, page: string): string {
  return `urn:${NAMES[view]}:${withoutFragment(page)}`
}
