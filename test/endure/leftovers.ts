// Asks the script that shares nothing with Muniment what is left in a vault of what was destroyed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const script = resolve(import.meta.dirname, 'leftovers.py')

/**
 * @param needles the file of what is looked for, a line each, in hexadecimal
 * @throws Error where the script cannot look
 */
export async function leftovers(
  vault: string,
  needles: string,
): Promise<{ readonly found: number; readonly said: string }> {
  const child = spawn('python3', [script, vault, needles], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  if (code === 0) return { found: 0, said: 'the script finds nothing' }
  if (code !== 1) throw new Error(`the script that looks for what is left ended with ${code}: ${said}`)
  const found = out.split('\n').filter((line) => line !== '').length
  return { found, said: `the script finds ${found} pieces` }
}
