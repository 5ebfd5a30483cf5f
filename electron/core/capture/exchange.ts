// What a way of capturing yields: exchanges with servers, and what a browser saw of a page. Nothing of it is stored before `stripSecrets`.
import type { SeenCertificate } from '../../../shared/domain/capture/capture.ts'

/** A head's fields in order, as they were sent; a name may stand several times. */
export type Fields = readonly (readonly [name: string, value: string])[]

/** One request and its answer. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly requestHeaders: Fields
  /** What was sent with the request; null where nothing was. */
  readonly requestBody: Uint8Array | null
  readonly status: number
  readonly statusText: string
  /** As the server sent them, packing and all: what is stored names the packing that was undone. */
  readonly responseHeaders: Fields
  /** Content with its packing undone. Empty where it is `spooled`. */
  readonly body: Uint8Array
  /** A file that holds the content, with its packing undone, where it is too large for memory; deleted by whoever stores it. */
  readonly spooled: { readonly path: string; readonly size: number } | null
  /** SHA-256 of the content as it was transferred, before its packing was undone; null where only a browser knows it. */
  readonly rawDigest: string | null
  /** Why the content is not whole, by WARC 1.1 §5.15; null where it is. */
  readonly truncated: 'length' | 'time' | 'disconnect' | null
  /** When the answer's head came, ms since 1970 UTC. */
  readonly at: number
  readonly remoteAddress: string | null
  readonly tls: { readonly protocol: string; readonly cipher: string; readonly certificates: SeenCertificate[] } | null
  /**
   * The captured reader that makes records of the answer (`intake/captured/<name>.ts`); null for pages and what they load,
   * which are read as any web archive's.
   */
  readonly reader: string | null
}

/** What a browser saw of a page, beside the exchanges that brought it. */
export interface PageFacts {
  readonly page: string
  readonly at: number
  readonly title: string
  /** Its words as shown; null where nobody took them. */
  readonly text: string | null
  /** PNG of the whole page. */
  readonly screenshot: Uint8Array | null
  readonly pdf: Uint8Array | null
  /** Its state as HTML after everything was opened, without scripts; null where nobody took it. */
  readonly dom: Uint8Array | null
}

/** Whether a way yielded what it saw of a page. */
export function isPage(one: Exchange | PageFacts): one is PageFacts {
  return 'page' in one
}

/** The first value of a field, whatever the case of its name; `''` where it is not there. */
export function fieldOf(fields: Fields, name: string): string {
  const wanted = name.toLowerCase()
  return fields.find(([own]) => own.toLowerCase() === wanted)?.[1] ?? ''
}
