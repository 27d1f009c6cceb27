'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { CopyText } from '@/components/elements/CopyText'
import { ImageStatus } from '@/components/elements/ImageStatus'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { PageHead } from '@/components/elements/PageHead'
import { StaleLine } from '@/components/elements/StaleLine'
import { useTabTitle } from '@/components/jobs/use-tab-title'
import { useSingleKeys } from '@/components/keyboard/useSingleKeys'
import { useSession } from '@/components/shell/SessionContext'
import type { CloudNames } from '@/lib/images/model'
import { isForAll } from '@/lib/images/share-rules'
import { type ImageService, type ImageView, MEMBER_STATUSES } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { ImageActions } from './acts/ImageActions'
import { type ImageDialog, ImageDialogs } from './acts/ImageDialogs'
import { imageActs, isBeingExported } from './acts/image-acts'
import { moreEntries } from './acts/more-entries'
import { BrokenImage } from './BrokenImage'
import { FactStrip } from './FactStrip'
import { GoneNotice } from './GoneNotice'
import { goneWords } from './gone'
import classes from './ImagePage.module.css'
import { ImageTabs } from './ImageTabs'
import { ImportingBanner } from './ImportingBanner'
import { Overview } from './Overview'
import { membersQuery } from './sharing/members-query'
import type { ShareState } from './sharing/share-state'
import { statusWord } from './status-word'
import { useImage } from './useImage'
import { useImageChanges } from './useImageChanges'
import { useImageTab } from './useImageTab'
import { useServiceName } from './useServiceName'

const SharingTab = dynamic(
  () => import('./sharing/SharingTab').then(({ SharingTab }) => SharingTab).catch(() => NotLoaded),
  {
    ssr: false,
  },
)
const OfferBanner = dynamic(
  () => import('./sharing/OfferBanner').then(({ OfferBanner }) => OfferBanner).catch(() => NotLoaded),
  { ssr: false },
)
const ChangesTab = dynamic(
  () => import('./ChangesTab').then(({ ChangesTab }) => ChangesTab).catch(() => NotLoaded),
  { ssr: false },
)
const CodeTab = dynamic(
  () => import('./code/CodeTab').then(({ CodeTab }) => CodeTab).catch(() => NotLoaded),
  { ssr: false },
)
const JsonTab = dynamic(() => import('./JsonTab').then(({ JsonTab }) => JsonTab).catch(() => NotLoaded), {
  ssr: false,
})

type Props = {
  initial: ImageView
  /** What was known of its file before it was imported, where Slipway did that. */
  preflight: JobPreflight | null
  /** Address of the image service, without a version. */
  imsUrl: string
  cloudNames: CloudNames
}

export function ImagePage({ initial, preflight, imsUrl, cloudNames }: Props) {
  const { project, imageApi } = useSession()
  const service: ImageService = { api: imageApi, url: imsUrl }
  const serviceName = useServiceName()
  const { image, query, goneAt } = useImage(initial)
  const name = image.name ?? image.id
  const isGone = goneAt !== null || image.state === 'deleted'
  const gone = isGone ? goneWords(image) : null
  const sharing = useQuery({ ...membersQuery(image.id), enabled: !isForAll(image) && !isGone })
  const members = sharing.data?.members ?? null
  const answer = members?.find(({ projectId }) => projectId === project.id)?.status
  const acts = imageActs(
    image,
    {
      hasIms: imageApi === 'ims',
      isBeingExported: isBeingExported(image),
      memberStatus: MEMBER_STATUSES.find((status) => status === answer) ?? null,
    },
    isGone,
  )
  const { tab, show } = useImageTab()
  const changes = useImageChanges(image)
  const [dialog, setDialog] = useState<ImageDialog | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<ImageDialog>>(new Set())
  const [shareForm, setShareForm] = useState<ShareState>({ typed: '', message: null, rows: [] })
  /** Somebody has asked to share, and the field has not had focus since. */
  const [isShareAsked, setShareAsked] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  useTabTitle(gone?.word ?? statusWord(image), name)

  const open = (asked: ImageDialog) => {
    setOpened((before) => new Set(before).add(asked))
    setDialog(asked)
  }
  const edit = () => {
    // Opened by key, too, the drawer gives focus back to the button.
    editButton.current?.focus()
    open('edit')
  }
  const share = () => {
    show('sharing')
    setShareAsked(true)
  }
  useSingleKeys({
    ...(acts.change.why === null ? { e: edit } : {}),
    ...(acts.share.why === null ? { s: share } : {}),
  })

  return (
    <>
      <PageHead
        title={name}
        status={
          <ImageStatus
            state={gone?.state ?? image.state}
            status={gone?.word ?? image.status}
            variant="pill"
            live
          />
        }
        sub={<CopyText value={image.id} label="image id" />}
        actions={
          <ImageActions
            acts={acts}
            more={moreEntries(image, acts, open, imageApi)}
            onEdit={edit}
            onShare={share}
            editButton={editButton}
          />
        }
      />
      <div className={classes.page}>
        {goneAt !== null ? <GoneNotice image={image} at={goneAt} /> : null}
        {query.isError && goneAt === null ? (
          <StaleLine
            service={serviceName}
            readAt={image.readAt}
            onReadAgain={() => query.refetch()}
            reading={query.isFetching}
          />
        ) : null}
        {image.state === 'importing' && !isGone ? <ImportingBanner image={image} api={imageApi} /> : null}
        {image.state === 'error' && !isGone ? <BrokenImage image={image} api={imageApi} /> : null}
        {answer === 'pending' && tab !== 'sharing' && !isGone ? <OfferBanner image={image} /> : null}
        <FactStrip image={image} />
        <ImageTabs
          tab={tab}
          onShow={show}
          counts={{
            ...(members && image.own ? { sharing: String(members.length) } : {}),
            ...(changes.count ? { activity: changes.count } : {}),
          }}
          panels={{
            overview: (
              <Overview
                image={image}
                preflight={preflight}
                api={imageApi}
                acts={acts}
                cloudNames={cloudNames}
                isGone={isGone}
              />
            ),
            sharing: (
              <SharingTab
                image={image}
                acts={acts}
                sharing={sharing}
                isGone={isGone}
                form={shareForm}
                onForm={setShareForm}
                isAsked={isShareAsked}
                onFocused={() => setShareAsked(false)}
              />
            ),
            activity: <ChangesTab list={changes.list} query={changes.query} />,
            code: <CodeTab image={image} service={service} members={members} />,
            json: <JsonTab image={image} />,
          }}
        />
      </div>
      <ImageDialogs
        image={image}
        acts={acts}
        service={service}
        open={dialog}
        opened={opened}
        onOpen={open}
        onClose={() => setDialog(null)}
      />
    </>
  )
}
