// `npm run muniment -- …`: the command line from the tree, bundled afresh when its sources have changed.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const at = (path: string) => resolve(import.meta.dirname, '..', path)

const built = spawnSync(process.execPath, [at('build/bundle.ts'), 'main'], { stdio: ['ignore', 2, 2] })
if (built.status !== 0) process.exit(1)
// Ctrl-C is for the command line, which then says how to resume.
process.on('SIGINT', () => {})
const ran = spawnSync(process.execPath, [at('out/main/cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(ran.status ?? 1)
