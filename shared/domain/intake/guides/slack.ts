// Owns the guide to the export of Slack (formats.md §21; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const slack: Guide = {
  platform: 'slack',
  title: 'Slack',
  sure: 'documented',
  who: said('unverified', 'An owner or administrator of the workspace.'),
  steps: [
    ...said(
      'unverified',
      'Open the workspace’s settings, then Import/Export Data, then Export.',
      'Choose the whole history, start the export, and wait for the e-mail.',
    ),
    ...said(
      'documented',
      'Have the files downloaded too: the export holds addresses with a key, not the files.',
      'Keep the addresses confidential: whoever has one can open the file.',
    ),
  ],
  choose: said(
    'documented',
    'A standard export holds public channels only. Private channels and direct messages need the larger export, which Slack must allow.',
  ),
  takes: [],
  expires: [],
  omits: said(
    'documented',
    'Private channels and direct messages, in a standard export.',
    'Files: only their addresses are in it.',
    'Days are cut by the workspace’s zone, not by UTC.',
  ),
}
