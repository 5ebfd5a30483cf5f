// Why the vault process ended, in words.

const reasons: Readonly<Record<number, string>> = {
  0: 'it ended by itself',
  5: 'it met a defect in native code',
  6: 'it stopped itself, often for want of memory',
  9: 'something outside Muniment ended it',
  11: 'it met a defect in native code',
  15: 'something outside Muniment asked it to end',
  70: 'it met a defect',
}

/**
 * @param code as Electron gives it: an exit status, or the number of a signal, plain, negative or with 128 added
 * @returns a clause such as “something outside Muniment ended it (code 9)”
 */
export function exitReason(code: number): string {
  const signal = code > 128 && code < 160 ? code - 128 : Math.abs(code)
  return `${reasons[signal] ?? 'for a reason unknown'} (code ${code})`
}
