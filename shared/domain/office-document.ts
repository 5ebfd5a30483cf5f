// Documents of Office by their endings: LibreOffice is asked to read these and no others.

const ENDINGS = new Set(
  'doc docx docm dot dotx odt ott rtf wpd xls xlsx xlsm xlsb xlt xltx ods ots ppt pptx pptm pps ppsx odp otp odg vsd vsdx pub'.split(
    ' ',
  ),
)

/** Whether an ending, in small letters and without its dot, is of a document of Office. */
export function isOfficeEnding(ending: string): boolean {
  return ENDINGS.has(ending)
}

/** Whether a file is a document of Office by its name: what is hidden in one, its notes and comments are on no page that is drawn of it. */
export function isOfficeDocument(name: string): boolean {
  return isOfficeEnding(/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
}
