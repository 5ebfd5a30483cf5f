// Owns the guide to the export of MediaWiki (formats.md §11; what it does not say is marked as not verified).
import { type Guide, said } from '../guide.ts'

export const mediawiki: Guide = {
  platform: 'mediawiki',
  title: 'MediaWiki',
  sure: 'documented',
  who: [
    ...said('documented', 'Anybody for single pages of a public wiki (Special:Export).'),
    ...said('unverified', 'Whoever runs the wiki’s server for a dump of everything.'),
  ],
  steps: [
    ...said('documented', 'Ask whoever runs the wiki for a dump with all revisions.'),
    ...said(
      'documented',
      'Otherwise open Special:Export, enter the pages, and do not tick the box for the current revision only.',
    ),
    ...said(
      'documented',
      'Ask for the files (pictures) apart: a dump seldom holds them.',
      'Import the XML file with the files beside it.',
    ),
  ],
  choose: said('documented', 'Full history. A stub dump holds no text at all.'),
  takes: [],
  expires: said('documented', 'Nothing expires: the file is made at once.'),
  omits: [],
}
