// Owns the guide to the export of Bluesky (formats.md §16; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const bluesky: Guide = {
  platform: 'bluesky',
  title: 'Bluesky',
  sure: 'documented',
  who: [
    ...said('documented', 'Anybody: the repository of an account is public.'),
    ...said('unverified', 'The account’s owner finds it in the settings.'),
  ],
  steps: [
    ...said('unverified', 'Open Settings, then Account, then Export my data, and download the CAR file.'),
    ...said(
      'documented',
      'Have IT fetch the pictures and films too (getBlob, by the digests in the repository): the file does not hold them.',
      'Keep the account’s DID document beside it: with it Muniment checks the signature.',
      'Import them together.',
    ),
  ],
  choose: said('documented', 'There is no choice: a CAR file, which is signed.'),
  takes: said('unverified', 'At once.'),
  expires: said('documented', 'Nothing expires.'),
  omits: [],
}
