// The packages for other platforms that a lock should name: one a platform for each compiled tool.

/** A package in package-lock.json, as far as it matters here. */
export interface LockedPackage {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface PlatformPackage {
  readonly version: string
  readonly cpu: string[]
  readonly dev: true
  readonly libc?: string[]
  readonly license: string
  readonly optional: true
  readonly os: string[]
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * The platform packages that packages of the lock ask for and the lock does not name.
 *
 * @param packages the `packages` of package-lock.json, by path (`node_modules/a`)
 * @returns paths with the entries that npm would have written, but for the digests, which only the registry knows
 * @throws Error when a package is missing that no system's name shows to be for one platform
 */
export function missingPlatformPackages(
  packages: Readonly<Record<string, LockedPackage>>,
): { path: string; entry: PlatformPackage }[] {
  return Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => packages[`node_modules/${name}`] === undefined)
      .map(([name, version]) => ({ path: `node_modules/${name}`, entry: entryOf(name, version) })),
  )
}

function entryOf(name: string, version: string): PlatformPackage {
  const words = name.split(/[/-]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (os.length !== 1 || cpu.length !== 1 || !/^\d/.test(version)) {
    throw new Error(
      `package-lock.json does not name ${name}@${version}, and it is for no one platform: run npm install.`,
    )
  }
  // musleabihf is musl too.
  const libc = name.includes('musl') ? { libc: ['musl'] } : {}
  return { version, cpu, dev: true, ...libc, license: 'MIT', optional: true, os }
}
