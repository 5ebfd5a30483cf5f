// Whether spelling is checked on this desk: the shell remembers it.
import type { ShellAnswer } from '../../shared/contract/shell.ts'
import { bridge } from './bridge.ts'

/** Whether it is. */
export async function checksSpelling(): Promise<boolean> {
  return stands(await bridge().ask({ ask: 'spelling', turn: null }))
}

/** Checks it from now on, or no longer. Returns whether it is checked. */
export async function turnSpelling(on: boolean): Promise<boolean> {
  return stands(await bridge().ask({ ask: 'spelling', turn: on }))
}

function stands(answer: ShellAnswer): boolean {
  return answer.kind === 'spelling' && answer.on
}
