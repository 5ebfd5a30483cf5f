// Where a vault lies, judged from facts: on a disk of this computer, in a folder that is synchronised, or on another computer's disk.
export interface PlaceFacts {
  /** The vault's folder, absolute, links resolved. */
  readonly path: string
  /** Folders of which this computer says that a program synchronises them. */
  readonly synced: readonly { readonly service: string; readonly path: string }[]
  /** Names of files in the vault's folder and in those above it. */
  readonly names: readonly string[]
  /** Type of the file system by name, as Linux mounts it; null where that is not told. */
  readonly mount: string | null
  /** Type of the file system by number, as `statfs` gives it. */
  readonly type: number
}

/** `local`: safe. `synced`: copied by a program while in use. `guest`: shared by a virtual machine's host. `network`: on another computer. */
export type Place =
  | { readonly kind: 'local' }
  | { readonly kind: 'synced'; readonly service: string }
  | { readonly kind: 'guest' }
  | { readonly kind: 'network' }

const A_SERVICE = 'a synchronised folder'

/** Folder names that synchronising programs give. */
const PATHS: readonly (readonly [pattern: RegExp, service: string])[] = [
  [/[\\/]Dropbox([\\/ (]|$)/i, 'Dropbox'],
  [/[\\/]OneDrive([\\/ -]|$)/i, 'OneDrive'],
  [/[\\/](Google ?Drive|GoogleDrive-[^\\/]*|My Drive)([\\/]|$)/i, 'Google Drive'],
  [/[\\/]Mobile Documents[\\/]|[\\/]iCloud ?Drive([\\/]|$)/i, 'iCloud Drive'],
  [/[\\/]SynologyDrive([\\/]|$)/i, 'Synology Drive'],
  [/[\\/](Nextcloud|ownCloud|Box|Box Sync|Syncthing|pCloudDrive|CloudStorage)([\\/]|$)/i, A_SERVICE],
]

/** Files by which such programs mark their folders. */
const MARKS: readonly (readonly [pattern: RegExp, service: string])[] = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\.tmp\.drive(down|up)load$/, 'Google Drive'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.SynologyWorkingDirectory$/, 'Synology Drive'],
  [/^\._?sync_[0-9a-f]+\.db$|^\.owncloudsync\.log$/, 'Nextcloud or ownCloud'],
]

const NETWORK_MOUNTS =
  /^(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|afpfs|ceph|davfs|webdav|glusterfs|lustre|beegfs|ocfs2|gfs2)$/
const NETWORK_FUSE =
  /^fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|goofys|glusterfs|ceph|curlftpfs|smbnetfs|onedriver|google-drive-ocamlfuse|gcsfuse)/
const GUEST_MOUNTS = /^(9p|virtiofs|vboxsf|prl_fs|drvfs|vmhgfs|fuse\.vmhgfs-fuse)$/

/** `statfs` numbers: NFS, SMB (three kinds), AFS, Ceph; 9P is a virtual machine's. */
const NETWORK_TYPES: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400])
const GUEST_TYPES: ReadonlySet<number> = new Set([0x01021997])

/** The place that the facts speak of; another computer's disk before anything that synchronises. */
export function judgePlace({ path, synced, names, mount, type }: PlaceFacts): Place {
  const share = /^\\\\[^?.]/.test(path) || /^\\\\\?\\UNC\\/i.test(path)
  if (
    share ||
    NETWORK_TYPES.has(type) ||
    (mount !== null && (NETWORK_MOUNTS.test(mount) || NETWORK_FUSE.test(mount)))
  ) {
    return { kind: 'network' }
  }
  const service =
    synced.find((one) => isWithin(path, one.path))?.service ??
    PATHS.find(([pattern]) => pattern.test(path))?.[1] ??
    MARKS.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1]
  if (service !== undefined) return { kind: 'synced', service }
  return GUEST_TYPES.has(type) || (mount !== null && GUEST_MOUNTS.test(mount)) ? { kind: 'guest' } : { kind: 'local' }
}

/** Whether a path is a folder or lies in it, however its separators are written. */
function isWithin(path: string, folder: string): boolean {
  const [whole, part] = [path, folder].map((one) => one.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase())
  return part !== undefined && part !== '' && (whole === part || whole?.startsWith(`${part}/`) === true)
}

/** The type of the file system that a path lies on, out of Linux's `/proc/self/mountinfo`; null where no mount holds it. */
export function mountOf(path: string, mountinfo: string): string | null {
  return seen(path, mountinfo)?.type ?? null
}

/** The device that a path's file system lies on, out of Linux's `/proc/self/mountinfo`; null where no mount holds it. */
export function sourceOf(path: string, mountinfo: string): string | null {
  return seen(path, mountinfo)?.source ?? null
}

interface Mount {
  readonly length: number
  readonly type: string
  readonly source: string
}

/** The mount that holds a path. The last of two on one place is the one that is seen. */
function seen(path: string, mountinfo: string): Mount | null {
  let found: Mount | null = null
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ', 2)
    const point = plain(before.split(' ')[4])
    const [type, source] = after.split(' ')
    if (point === undefined || type === undefined || type === '') continue
    const holds = point === '/' || path === point || path.startsWith(`${point}/`)
    if (holds && (found === null || point.length >= found.length))
      found = { length: point.length, type, source: plain(source) ?? '' }
  }
  return found
}

/** A word of mountinfo, in which spaces are written as octal numbers. */
function plain(word: string | undefined): string | undefined {
  return word?.replace(/\\(\d{3})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 8)))
}
