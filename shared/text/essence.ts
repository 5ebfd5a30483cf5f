// Words as two forms of one text share them.
import { fold } from './fold.ts'

/** Words without what two forms of one text write differently: spaces and letters' case. */
export function essence(text: string): string {
  return fold(text).toLowerCase().replace(/\s+/g, '')
}
