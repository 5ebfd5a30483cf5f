// The app over a large vault: launch to a usable list, and from a key press to rows in the window, alone and while an import runs.
// Usage: node test/bench/app.ts VAULT ARCHIVE (under a display; VAULT as `npm run bench` leaves it).
import { enter, launcher, spread, typing } from './window.ts'

const [vault = '', archive = ''] = process.argv.slice(2)
const launch = launcher(vault)

async function launchToList() {
  const begin = performance.now()
  const opened = await launch()
  await enter(opened.page, 'Records')
  await opened.page.locator('.grid-row').first().waitFor()
  return { ...opened, milliseconds: performance.now() - begin }
}

const words = ['road', 'council', 'storm', 'biblioteca', 'smoke', 'park']

for (let round = 1; round <= 3; round += 1) {
  const started = await launchToList()
  console.log(`launch ${round}: ${started.milliseconds.toFixed(0)} ms from process start to rows in the window`)
  await started.close()
}
const { page, close } = await launchToList()
console.log(`key press to rows: ${spread(await typing(page, words))} key presses`)
if (archive !== '') {
  const { importBeside } = await import('./import-beside.ts')
  const ended = await importBeside(vault, archive)
  const during = await typing(page, words)
  console.log(`while an import runs: ${spread(during)} key presses (import ${await ended()})`)
}
await close()
