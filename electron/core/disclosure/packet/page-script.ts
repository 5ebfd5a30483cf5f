// The script that index.html carries: bundled when Muniment is built, the same for every packet of a version.
const bundles = import.meta.glob<string>('../page/main.ts', { query: '?packet-page', import: 'default', eager: true })

/** Its text, which cannot end its element. */
export const PAGE_SCRIPT: string = Object.values(bundles).join('')
