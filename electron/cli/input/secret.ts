// Asking for a secret: typed without being seen, or piped in.
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'

/**
 * How secrets are asked for.
 * @param from where a person types, or what is piped in; looked at only where a secret is asked for
 * @param output where the question stands
 */
export function secretFrom(
  from: () => NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): (question: string) => Promise<string> {
  let piped: Promise<string> | null = null
  return (question) => {
    const input = from()
    if (input.isTTY === true) return typed(input, output, question)
    piped ??= text(input)
    return piped
  }
}

/** What is typed up to the end of the line; it is not shown. */
async function typed(input: NodeJS.ReadStream, output: NodeJS.WriteStream, question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: unseen, terminal: true })
  output.write(question)
  try {
    return await lines.question('')
  } finally {
    lines.close()
    output.write('\n')
  }
}
