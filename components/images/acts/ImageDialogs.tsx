'use client'

import dynamic from 'next/dynamic'
import { NotLoaded } from '@/components/elements/NotLoaded'
import type { ImageService, ImageView } from '@/lib/images/view'
import type { ImageActs } from './image-acts'

/** Each loaded when first opened. */
const EditDrawer = dynamic(
  () => import('../edit/EditDrawer').then(({ EditDrawer }) => EditDrawer).catch(() => NotLoaded),
  {
    ssr: false,
  },
)
const DeleteDialog = dynamic(
  () => import('../remove/DeleteDialog').then(({ DeleteDialog }) => DeleteDialog).catch(() => NotLoaded),
  {
    ssr: false,
  },
)

const ExportDialog = dynamic(
  () => import('../derive/ExportDialog').then(({ ExportDialog }) => ExportDialog).catch(() => NotLoaded),
  {
    ssr: false,
  },
)
const CopyDialog = dynamic(
  () => import('../derive/CopyDialog').then(({ CopyDialog }) => CopyDialog).catch(() => NotLoaded),
  {
    ssr: false,
  },
)

export type ImageDialog = 'edit' | 'export' | 'copy' | 'replicate' | 'delete'

type Props = {
  image: ImageView
  acts: ImageActs
  service: ImageService
  open: ImageDialog | null
  /** Those that were opened before, too: what was typed in them is kept. */
  opened: ReadonlySet<ImageDialog>
  onOpen: (dialog: ImageDialog) => void
  onClose: () => void
}

export function ImageDialogs({ image, acts, service, open, opened, onOpen, onClose }: Props) {
  return (
    <>
      {opened.has('edit') ? (
        <EditDrawer image={image} service={service} isOpen={open === 'edit'} onClose={onClose} />
      ) : null}
      {opened.has('export') ? (
        <ExportDialog image={image} isOpen={open === 'export'} onClose={onClose} />
      ) : null}
      {opened.has('copy') ? <CopyDialog image={image} isOpen={open === 'copy'} onClose={onClose} /> : null}
      {opened.has('replicate') ? (
        <ExportDialog image={image} isOpen={open === 'replicate'} isReplication onClose={onClose} />
      ) : null}
      {opened.has('delete') ? (
        <DeleteDialog
          image={image}
          state={acts.delete}
          service={service}
          isOpen={open === 'delete'}
          onEdit={() => onOpen('edit')}
          onClose={onClose}
        />
      ) : null}
    </>
  )
}
