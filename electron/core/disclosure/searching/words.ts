// How a search statement puts things in words.
import type { Family } from '../../../../shared/domain/request/request-search.ts'

export const FAMILY_WORDS: Readonly<Record<Family, string>> = {
  thread: 'with the whole thread or conversation of what is found',
  replies: 'with what answers it',
  media: 'with other records that show the same picture, video or file',
}
