import { withoutStop } from '@/components/preflight/without-stop'
import type { ImportRequest } from '@/lib/cloud/import-request'
import type { ImageApi } from '@/lib/config/image-apis'
import type { Check, Finding } from '@/lib/disk-image/findings/finding'
import { hasOtherBootMode } from '@/lib/images/changeable'
import type { BootTrial, ImageView } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { architectureName } from './detail-words'

/** One thing to know before a server is made from the image: what is known of it, and one step. */
export type FirstUseCheck = {
  shape: 'ok' | 'warn' | 'unknown'
  fact: string
  step: string
  /** What the boot mode should be, where the disk says so and the image says otherwise. */
  bootMode?: 'bios' | 'uefi'
}

type Image = Pick<
  ImageView,
  'kind' | 'bootMode' | 'architecture' | 'minDiskGb' | 'osType' | 'cloudInit' | 'kmsKeyId' | 'bootTrial'
>

/**
 * Imported is not booted: what IMS does not test (boot mode, drivers, cloud-init; ims.md 15) stays "not checked"
 * until a server has started.
 * @param request the import that made it; null when Slipway did not
 * @param preflight what was known of its file then
 * @param api Glance leaves what is in an image as it is
 */
export function firstUseChecks(
  image: Image,
  request: ImportRequest | null,
  preflight: JobPreflight | null,
  api: ImageApi = 'ims',
): FirstUseCheck[] {
  const checks: FirstUseCheck[] = []
  if (image.kind === 'data') checks.push(DATA_DISK)
  else if (image.kind === 'iso') checks.push(INSTALLER)
  else {
    const trial = trialOf(image)
    checks.push(
      trial ? tried(trial, hasOtherBootMode(image), api) : bootMode(image, preflight),
      servers(image),
    )
    // Its disk was found through them.
    if (!trial?.boots) checks.push(drivers(image, request, api))
    checks.push(cloudInit(image))
  }
  if (preflight) checks.push(...remaining(preflight.findings))
  if (image.kmsKeyId) checks.push(ENCRYPTED)
  return checks
}

const DATA_DISK: FirstUseCheck = {
  shape: 'unknown',
  fact: 'File system not checked',
  step: 'Make a disk from it, attach it to a server and mount it.',
}
const INSTALLER: FirstUseCheck = {
  shape: 'warn',
  fact: 'This is an installer, not an installed system',
  step: 'It starts a temporary server to install on. Make the image for use from that server.',
}
const ENCRYPTED: FirstUseCheck = {
  shape: 'ok',
  fact: 'Encrypted with a KMS key',
  step: 'Keep the key enabled: without it no server starts from this image.',
}

/** What an import that has succeeded leaves open; bucket, size and format were IMS's to judge. */
const REMAINING: readonly Check[] = [
  'undamaged',
  'stands-alone',
  'encryption',
  'partition-table',
  'loader',
  'architecture',
  'operating-system',
  'automatic-configuration',
]

function remaining(findings: readonly Finding[]): FirstUseCheck[] {
  return findings
    .filter(
      ({ severity, check }) => (severity === 'warns' || severity === 'blocks') && REMAINING.includes(check),
    )
    .map(({ title, why, cure }) => ({
      shape: 'warn',
      fact: withoutStop(title),
      step: cure ? `${why} ${cure.text}` : why,
    }))
}

const MODES = { bios: 'BIOS', uefi: 'UEFI' } as const

/** What was said of the image as it is: with another boot mode it has not been tried. */
export function trialOf({ bootTrial, bootMode }: Pick<Image, 'bootTrial' | 'bootMode'>): BootTrial | null {
  return bootTrial?.bootMode === bootMode ? bootTrial : null
}

/** Only IMS can put drivers into an image. */
const WITHOUT_DRIVERS = {
  ims: 'import the file again with automatic configuration',
  glance: 'put them into the image',
} as const satisfies Record<ImageApi, string>

function tried({ boots, bootMode: mode }: BootTrial, mayChange: boolean, api: ImageApi): FirstUseCheck {
  const by = mode === null ? '' : ` by ${MODES[mode]}`
  if (boots)
    return {
      shape: 'ok',
      fact: `A server booted from it${by}`,
      step: 'Try it once on each kind of flavor that others will use.',
    }
  const other = mode === 'uefi' ? 'bios' : 'uefi'
  return {
    shape: 'warn',
    fact: `A server did not boot from it${by}`,
    step:
      `Read the console of the server. ${mayChange ? 'No boot device: change the boot mode. ' : ''}A prompt of dracut or ` +
      `initramfs, or a blue screen: drivers for virtio are missing, so ${WITHOUT_DRIVERS[api]}.`,
    ...(mode === null || !mayChange ? {} : { bootMode: other }),
  }
}

function bootMode(image: Image, preflight: JobPreflight | null): FirstUseCheck {
  const mode = image.bootMode
  const inFile = preflight?.view.inspection?.bootMode
  if (mode !== null && (inFile?.value === 'bios' || inFile?.value === 'uefi'))
    return inFile.value === mode
      ? {
          shape: 'ok',
          fact: `Boots by ${MODES[mode]}, as its file says`,
          step: `${inFile.because} Start a server all the same before others rely on it.`,
        }
      : {
          shape: 'warn',
          fact: `Boot mode is ${MODES[mode]}, and the disk boots by ${MODES[inFile.value]}`,
          step: `${inFile.because} Change the boot mode of the image to ${MODES[inFile.value]}.`,
          bootMode: inFile.value,
        }
  return {
    shape: 'unknown',
    fact: mode === null ? 'Boot mode not known' : `Boots by ${MODES[mode]}, not tried yet`,
    step: hasOtherBootMode(image)
      ? `If the first server finds no boot device, change the boot mode of the image to ${mode === 'uefi' ? 'BIOS' : 'UEFI'}.`
      : 'Start a server and watch its console until the boot loader shows.',
  }
}

function servers({ architecture, bootMode: mode, minDiskGb }: Image): FirstUseCheck {
  const kind = architecture === null ? 'all' : architectureName(architecture)
  const firmware = mode === 'uefi' ? ' that support UEFI' : ''
  const disk = minDiskGb === null ? '' : `, with a disk of ${minDiskGb}\u00a0GB or more`
  return {
    shape: 'ok',
    fact: 'Listed for most servers',
    step: `Offered for ${kind} flavors${firmware}${disk}.`,
  }
}

const TRY_DRIVERS = {
  windows: 'Look for the Red Hat VirtIO devices in the device manager of the first server.',
  linux: 'Run "lsmod | grep virtio" on the first server.',
}

function drivers(image: Image, request: ImportRequest | null, api: ImageApi): FirstUseCheck {
  const windows = image.osType === 'Windows'
  const step = windows ? TRY_DRIVERS.windows : TRY_DRIVERS.linux
  if (api === 'glance')
    return { shape: 'unknown', fact: 'Drivers not checked', step: `Glance adds none to an image. ${step}` }
  if (request?.quickImport)
    return { shape: 'warn', fact: 'Drivers were not added', step: `Quick import edits nothing. ${step}` }
  if (request?.kind === 'system' && !request.automaticConfiguration)
    return {
      shape: 'warn',
      fact: 'Drivers were not added',
      step: `Automatic configuration was off, so virtio must be in the image. ${step}`,
    }
  if (windows && image.bootMode === 'uefi')
    return {
      shape: 'warn',
      fact: 'Drivers are hardly ever added here',
      step: `IMS cannot put drivers into Windows that boots by UEFI. ${step}`,
    }
  return { shape: 'unknown', fact: 'Drivers not checked', step: `IMS does not say what it added. ${step}` }
}

function cloudInit({ cloudInit: possible, osType }: Image): FirstUseCheck {
  const tool = osType === 'Windows' ? 'Cloudbase-Init' : 'cloud-init'
  return possible === false
    ? {
        shape: 'warn',
        fact: `${tool} cannot be used`,
        step: 'Passwords and keys are not set at first boot: sign in with an account that is in the image.',
      }
    : {
        shape: 'unknown',
        fact: `${tool} not checked`,
        step: 'Without it, passwords and keys are not set at first boot. Keep an account you can sign in with.',
      }
}
