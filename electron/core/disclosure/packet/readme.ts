// README.txt: what is in the packet and how anybody can check it, in plain words.

import { amount } from '../../../../shared/text/amount.ts'
import { utcTime } from './local-time.ts'
import { type Packet, productionInWords } from './packet.ts'
import { MOST_ROWS } from './sheet.ts'
import { deltaInWords, keepsBack, NO_CLAIM, reviewInWords } from './statements.ts'

/** The text of README.txt. @param paged whether the list of records goes on in the folder `pages` */
export function readme(packet: Packet, paged: boolean): string {
  const { document, production, marking } = packet
  return [
    ...(marking === null ? [] : [`${marking.word}. ${marking.sentence}`, '']),
    `${document.vault.city}`,
    `Public records request ${document.request.id}, ${productionInWords(packet)}`,
    `${amount(production.items, 'record')}, settled ${utcTime(production.frozenAt)}`,
    '',
    reviewInWords(document),
    NO_CLAIM,
    ...(document.delta === null ? [] : [deltaInWords(document) ?? '']),
    '',
    'WHAT IS IN THIS PACKET',
    '',
    ...(document.draft === null ? [] : ['(The names of the lists and pages begin with DRAFT- in this draft.)', '']),
    'records.pdf      every record, to read and to print; each page has a number that no other page of the City’s bears',
    ...(document.letter === null ? [] : ['letter.pdf       the City’s letter, without whom it went to']),
    'index.html       every record, to read in a browser; it needs no network',
    ...(paged ? ['pages/           the list that index.html leads to'] : []),
    'records.csv      one row a record, for a spreadsheet, with its pages in records.pdf',
    ...(production.items > MOST_ROWS ? [] : ['records.xlsx     the same rows as a workbook']),
    ...(document.concordance
      ? [
          'load-file/       for programs of lawyers: records.dat (Concordance, UTF-8 with a byte order mark), records.opt (Opticon),',
          '                 and the pages and the text of each record, named after its first page',
        ]
      : []),
    'media/           photos, videos and other files as received, named after their records',
    'native/          for each record the exact source it was read from, as JSON (of a redacted one what is released of it);',
    '                 what would let somebody sign in or be traced',
    '                 (passwords, tokens, addresses of computers, devices) is masked there, and the number of such places is said',
    ...(keepsBack(document)
      ? [
          'withholding-log.pdf, withholding-log.csv',
          '                 what was kept back of which record, on what ground, and who decided',
          'redaction-proof.json',
          '                 how every file was read back and searched for what was redacted',
        ]
      : []),
    'manifest.json    every file with its size and SHA-256, and the facts of this production',
    'manifest-sha256.txt',
    '                 the same digests as a list that common tools can check (BagIt, RFC 8493)',
    'bagit.txt, bag-info.txt, tagmanifest-sha256.txt',
    '                 for archives: who made this packet and how much is in it, and digests of these lists',
    '',
    'HOW TO CHECK IT',
    '',
    'Unpack the ZIP file, open a terminal in the folder and type one of these:',
    '',
    '  Linux:    sha256sum --check --quiet manifest-sha256.txt',
    '  macOS:    shasum -a 256 --check --quiet manifest-sha256.txt',
    '  Windows:  Get-FileHash -Algorithm SHA256 <file>     (PowerShell; compare with the line in manifest-sha256.txt)',
    '',
    'No output means that every file is as it was when the packet was made. Whether this is the packet that the City issued',
    'is told by the SHA-256 of the ZIP file itself: compare it with the one that the City gives you.',
    '',
    'In records.csv, a text that a spreadsheet would run as a formula has an apostrophe before it. It is not part of the text.',
    '',
  ].join('\n')
}
