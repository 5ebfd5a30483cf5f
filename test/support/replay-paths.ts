// Servers that answer by path, stopped after each test.
import { afterEach } from 'vitest'
import { type Replay, type Reply, replay } from './replay.ts'

/** A secret that no stored byte may hold. */
export const TOKEN = 'planted-token-90210-xyzzy'

const open: Replay[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop()
})

/** Has a server stopped after the test. */
export function stopAfter(server: Replay): void {
  open.push(server)
}

/** A server whose paths are answered by functions. */
export async function serve(
  paths: Readonly<Record<string, (query: URLSearchParams, nth: number, address: string) => Reply>>,
): Promise<Replay> {
  const server = await replay(({ url, nth }, address) => paths[url.pathname]?.(url.searchParams, nth, address))
  stopAfter(server)
  return server
}

/** An answer in JSON. */
export const json = (value: unknown): Reply => ({ json: value })
