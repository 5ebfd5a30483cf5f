// An entry by hand as its package holds it, with a mail that shows it: what the fuzzer breaks of that form.

export const byHand = {
  'entry.json': JSON.stringify({
    form: 'entry by hand 1',
    entry: {
      kind: 'comment',
      author: 'Ana Brooks',
      text: '',
      at: '2024-03-05T12:30',
      link: 'https://example.org/1',
      nativeId: null,
      parent: null,
      conversation: null,
      state: 'live',
      capturedBy: 'Pat Moreno',
      capturedHow: 'forwarded by mail',
      absent: {},
    },
    zone: 'America/Los_Angeles',
    enteredBy: null,
    enteredAt: 1_700_000_000_000,
    files: ['shown.eml'],
  }),
  'files/shown.eml':
    'From: Ana Brooks <ana@example.org>\r\nTo: clerk@example.org\r\nSubject: =?utf-8?B?w6k=?=\r\nDate: Tue, 5 Mar 2024 12:30:00 -0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe lamp is out =E2=80=94 again\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The lamp is out</p>\r\n--b--\r\n',
}
