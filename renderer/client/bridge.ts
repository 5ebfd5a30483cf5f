// The bridge: the three functions that the preload puts on the window.
import type { ShellAnswer, ShellRequest } from '../../shared/contract/shell.ts'

interface Bridge {
  /** Asks for a port to the vault process; it arrives as a window message. */
  connect(): void
  /** Asks the shell: dialogs, opening and closing a vault, links. */
  ask(request: ShellRequest): Promise<ShellAnswer>
  /** Leave to read files that were dropped on the window. */
  grantDropped(files: File[]): Promise<ShellAnswer>
}

declare global {
  interface Window {
    readonly muniment: Bridge
  }
}

/** The bridge of this window. */
export function bridge(): Bridge {
  return window.muniment
}
