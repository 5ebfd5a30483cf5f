// Kinds of files of an export that a clerk can leave out of an import.
import { z } from 'zod'

export const FileGroup = z.enum([
  'records',
  'media',
  'contacts',
  'advertising',
  'log-ins',
  'searches',
  'location',
  'settings',
  'viewer',
  'other',
])
export type FileGroup = z.infer<typeof FileGroup>

/** What is left out where neither the platform nor the clerk says otherwise: what is not a record of the account. */
export const USUALLY_LEFT_OUT: readonly FileGroup[] = ['advertising', 'log-ins', 'contacts', 'searches', 'location']

/** A kind of files, as sentences name it. */
export const FILE_GROUP_WORDS: Readonly<Record<FileGroup, string>> = {
  records: 'Records',
  media: 'Photos, videos and files',
  contacts: 'Contacts and lists of other accounts',
  advertising: 'Advertising data',
  'log-ins': 'Log-ins, devices and addresses',
  searches: 'Searches',
  location: 'Places where the account was used',
  settings: 'Settings',
  viewer: 'The platform’s own viewer',
  other: 'Everything else',
}
