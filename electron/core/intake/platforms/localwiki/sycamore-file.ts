// Owns making records of the files that Sycamore writes into its export, in base64.
import { createHash } from 'node:crypto'
import type { Element } from 'domhandler'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { bytesInside, mediaInside } from '../../kit/files-inside.ts'
import { secondsTime } from '../../kit/time.ts'

/**
 * A file, or an earlier one that was replaced or deleted. Of deleted files the writer put an address of a computer where the page's proper name
 * belongs: neither it nor `deleted_by_ip`, which holds somebody's number, is taken over.
 */
export function sycamoreFile(element: Element, wiki: string): Outcome {
  const { attribs } = element
  const name = attribs.name ?? ''
  const page = attribs.attached_to_pagename ?? ''
  const deleted = /^true$/i.test(attribs.deleted ?? '')
  const bytes = bytesInside(element)
  const media = bytes === null ? [] : [mediaInside(name, bytes)]
  return record({
    kind: 'file',
    id: `${wiki}/${page.toLowerCase()}/_files/${name} ${attribs.uploaded_time ?? ''}`,
    time: secondsTime(attribs.uploaded_time),
    author: attribs.uploaded_by ?? '',
    parent: `${wiki}/${page.toLowerCase()}`,
    state: deleted ? 'deleted' : 'live',
    deletedAt: deleted ? secondsTime(attribs.deleted_time).at : null,
    text: name,
    details: {
      name,
      page: deleted ? page : (attribs.attached_to_pagename_propercased ?? page),
      deletedBy: deleted ? attribs.deleted_by : undefined,
      size: bytes?.length ?? 0,
    },
    content: {
      name,
      page,
      sha256: createHash('sha256')
        .update(bytes ?? '')
        .digest('hex'),
    },
    media,
  })
}
