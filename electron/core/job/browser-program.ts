// The program that captures pages, as whoever opens a vault names it.

/** How the capture browser is started: this program itself where the app runs, the Electron of the tree for its command line. */
export interface BrowserProgram {
  readonly command: string
  readonly args: readonly string[]
}
