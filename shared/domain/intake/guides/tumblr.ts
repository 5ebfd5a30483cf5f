// Owns the guide to the export of Tumblr (formats.md §6; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const tumblr: Guide = {
  platform: 'tumblr',
  title: 'Tumblr',
  sure: 'agreed',
  who: said('unverified', 'Whoever can log in to the account that owns the blog; each blog is exported by itself.'),
  steps: [
    ...said('agreed', 'Open the settings of the blog, then Export.'),
    ...said('unverified', 'Wait until the page offers the download; a large blog takes long.'),
    ...said(
      'agreed',
      'Download the ZIP file and keep it as it is. The posts are in a ZIP file inside it: do not unpack it.',
    ),
    ...said(
      'agreed',
      'Do not confuse it with the privacy download of the account (payload-0.json): that holds no posts.',
    ),
  ],
  choose: said('agreed', 'There is no choice: the export of the blog, not the privacy download of the account.'),
  takes: [],
  expires: [],
  omits: said(
    'agreed',
    'Likes, notes, replies and what others added when they reblogged.',
    'In messages, whose name belongs to which message: they carry numbers, the list of people carries names.',
  ),
}
