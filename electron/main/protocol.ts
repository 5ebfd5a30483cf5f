// app://: the window's own files under one host, records' bytes under another, and nothing else.
import type { Protocol } from 'electron'
import { type PageFiles, servePageFile } from './page-files.ts'
import { isOwnPage, recordHeaders, recordHost } from './policy.ts'
import type { RecordMedia } from './record-media.ts'

/** Answers every app:// request of a session. */
export function handleAppProtocol(protocol: Protocol, files: PageFiles, media: RecordMedia): void {
  protocol.handle('app', (request) => {
    if (isOwnPage(request.url)) return servePageFile(files, request)
    if (URL.parse(request.url)?.host === recordHost) return media.respond(request)
    return new Response(null, { status: 404, headers: recordHeaders })
  })
}
