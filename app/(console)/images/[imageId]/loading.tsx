import { ImageSkeleton } from '@/components/images/ImageSkeleton'

export default function Loading() {
  return <ImageSkeleton />
}
