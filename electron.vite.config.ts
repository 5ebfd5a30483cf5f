// The three builds: the main side (shell, vault process, command line, worker), the preload, the window.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { packetPage } from './build/packet-page.ts'

// Everything else is bundled: each thread then loads hundreds of files less, and a vault opens in a fraction of the time. Outside stays what has
// a native part, reads files of its own beside it, makes threads of its own functions, or is loaded only by a job that prints.
const outside =
  /^(?:electron|better-sqlite3-multiple-ciphers|sharp|@hyzyla\/pdfium|pdfkit|fontkit|linebreak|bidi-js|archiver|read-excel-file|write-excel-file|dictionary-en|@expo-google-fonts)(?:\/|$)/

const at = (path: string) => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    plugins: [packetPage()],
    build: {
      target: 'node24',
      externalizeDeps: false,
      rolldownOptions: {
        external: outside,
        input: {
          index: at('electron/main/index.ts'),
          host: at('electron/host/index.ts'),
          spelling: at('electron/main/spelling/worker.ts'),
          cli: at('electron/cli/index.ts'),
          'command-line': at('electron/cli/command-line.ts'),
          worker: at('electron/core/worker/index.ts'),
          archive: at('electron/core/archive.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload may require nothing but parts of Electron, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: { input: { index: at('electron/preload/index.ts') }, output: { format: 'cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      target: 'chrome150',
      // The content security policy of the window allows no data: fonts, styles or scripts.
      assetsInlineLimit: 0,
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
})
