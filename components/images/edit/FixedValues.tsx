import Link from 'next/link'
import { Facts } from '@/components/elements/Facts'
import { hasMemoryLimits, hasOtherBootMode } from '@/lib/images/changeable'
import type { ImageService, ImageView } from '@/lib/images/view'
import { importAgain } from '../acts/more-entries'
import { architectureWords, memoryWords, typeWords } from '../detail-words'
import classes from './FixedValues.module.css'

type Props = { image: ImageView; service: ImageService }

/** What is fixed when an image is made, why, and the way to an image with other values. */
export function FixedValues({ image, service }: Props) {
  const again = importAgain(image, service.api)
  const { minDiskGb, diskFormat, isProtected } = image
  return (
    <section className={classes.fixed} aria-labelledby="cannot-be-changed">
      <h3 id="cannot-be-changed">Cannot be changed</h3>
      <p className={classes.why}>
        {service.api === 'ims' ? 'IMS fixes these when it makes an image.' : 'Slipway does not change these.'}{' '}
        {service.api !== 'ims' ? (
          'OpenStack’s own client changes most of them: openstack image set.'
        ) : again === null ? (
          'Import the file again to change these.'
        ) : (
          <>
            <Link href={again}>Import the file again</Link> to change these.
          </>
        )}
      </p>
      <Facts
        layout="narrow"
        facts={[
          { label: 'Operating system', value: image.osVersion },
          { label: 'Minimum disk', value: minDiskGb === null ? null : `${minDiskGb}\u00a0GB` },
          { label: 'Type', value: typeWords(image) },
          { label: 'Architecture', value: architectureWords(image) },
          ...(image.kind === 'data' || hasOtherBootMode(image)
            ? []
            : [{ label: 'Boot mode', value: image.bootMode?.toUpperCase(), note: 'the only one of Arm' }]),
          { label: 'Disk format', value: diskFormat?.toUpperCase() },
          {
            label: 'Encryption',
            value: image.isEncrypted ? 'Encrypted' : 'Not encrypted',
            ...(service.api === 'ims' ? { note: 'a copy can have another key' } : {}),
          },
          ...(hasMemoryLimits(image, service.api)
            ? []
            : [{ label: 'Memory limits', value: memoryWords(image), note: 'not for data disks' }]),
        ]}
      />
      {service.api === 'ims' ? (
        <>
          <p className={classes.why}>
            No call of IMS changes delete protection; it belongs to the tool or service that set it.
          </p>
          <Facts
            layout="narrow"
            facts={[
              {
                label: 'Delete protection',
                value: isProtected === null ? 'not known' : isProtected ? 'On' : 'Off',
              },
            ]}
          />
        </>
      ) : null}
    </section>
  )
}
