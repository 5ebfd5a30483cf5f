// Holds a server: node guard.mjs PROGRAM ARGS…; when its input ends, also because whoever started it was killed, it ends the server with its whole group.
import { spawn } from 'node:child_process'

const [program, ...args] = process.argv.slice(2)
// A group of its own: workers that a server forks end with it.
const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true })
const toGroup = (signal) => {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // It is gone already.
  }
}
const stop = () => {
  toGroup('SIGTERM')
  setTimeout(() => toGroup('SIGKILL'), 10_000).unref()
}
child.once('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
child.once('exit', (code) => {
  // What the first of them left behind.
  toGroup('SIGKILL')
  process.exit(code ?? 0)
})
process.stdin.resume().once('close', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
