'use client'

import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { useCountAnnounced } from '@/components/elements/useCountAnnounced'
import { resultWords } from '@/lib/images/count-words'
import { isFiltered, NO_FILTERS, scopesOf } from '@/lib/images/filters'
import { sortAfter } from '@/lib/images/sorting'
import { ImageFilterBar } from './list/ImageFilterBar'
import { ImageListCard, type ListView } from './list/ImageListCard'
import { ImageTable } from './list/ImageTable'
import type { Served } from './list/image-readers'
import { ListStatus } from './list/ListStatus'
import { ListTrouble } from './list/ListTrouble'
import { SelectionBar } from './list/SelectionBar'
import { useAnswerShare } from './list/useAnswerShare'
import { useAsked } from './list/useAsked'
import { useColumns } from './list/useColumns'
import { useImageList } from './list/useImageList'
import { listQuery, useListAddress } from './list/useListAddress'
import { useRowActs } from './list/useRowActs'
import { useSelection } from './list/useSelection'
import { type ShownImages, useShownImages } from './list/useShownImages'
import { quotaQuery } from './queries'

const ActDialog = dynamic(
  () => import('./list/ActDialog').then(({ ActDialog }) => ActDialog).catch(() => NotLoaded),
  { ssr: false },
)

type Props = { served: Served; quota: ReactNode }

/** The images of this project and those shared to it: found, sorted, chosen, and worked on together. */
export function ImagesPage({ served, quota }: Props) {
  const client = useQueryClient()
  const { filters, sort, changeFilters, changeSort } = useListAddress()
  const { reader, state, newest } = useImageList(served, scopesOf(filters))
  const now = state.readAt ?? served.at
  const shown = useShownImages(state, filters, sort, now)
  const columns = useColumns(state.rows)
  const selection = useSelection(reader, state.rows, shown.rows)
  const [isChoosing, setChoosing] = useState(false)
  const { asked, drafts, ask, close } = useAsked()
  const answer = useAnswerShare(reader)
  const acts = useRowActs({ toggle: selection.toggle, ask, answer })

  const view = viewOf(shown, isFiltered(filters))
  // A number that grows is no result, and what could not be read says so itself.
  const isOpenEnded = shown.counts.reading === 'going' || view === 'failed'
  useCountAnnounced(shown.query, isOpenEnded ? null : resultWords(shown.counts.matching))
  const [error = null] = state.stopped.values()
  return (
    <>
      {view === 'empty' ? null : (
        <ImageFilterBar
          source={{ filters, change: changeFilters, rows: state.rows, complete: state.complete, now }}
          sort={sort}
          onSort={changeSort}
        />
      )}
      <ListStatus
        words={view === 'failed' ? '' : shown.words}
        readAt={state.readAt}
        quota={quota}
        columns={columns}
        canChoose={isChoosing || shown.rows.length > 0}
        isChoosing={isChoosing}
        onChoosing={setChoosing}
        onReadAgain={() =>
          Promise.all([reader.readAgain(), client.invalidateQueries({ queryKey: quotaQuery().queryKey })])
        }
      />
      {view === 'failed' ? null : (
        <ListTrouble rest={error} onReadRest={() => reader.readRest()} readAt={now} newest={newest} />
      )}
      <ImageListCard
        view={view}
        error={error}
        onReadRest={() => void reader.readRest()}
        onClearFilters={() => changeFilters(NO_FILTERS)}
      >
        <ImageTable
          rows={shown.rows}
          listKey={listQuery(filters, sort)}
          columns={columns.shown}
          sort={sort}
          onSort={(by) => changeSort(sortAfter(sort, by))}
          selection={selection}
          isChoosing={isChoosing}
          isReading={state.isReading}
          acts={acts}
        />
      </ImageListCard>
      {selection.rows.length > 0 ? (
        <SelectionBar selection={selection} acts={acts} onClear={selection.clear} />
      ) : null}
      {asked ? (
        <ActDialog
          key={asked.key}
          act={asked.act}
          isOpen={asked.isOpen}
          drafts={drafts}
          rows={asked.rows}
          reader={reader}
          onClose={close}
        />
      ) : null}
    </>
  )
}

function viewOf({ rows, counts }: ShownImages, isNarrowed: boolean): ListView {
  if (rows.length > 0) return 'rows'
  if (counts.reading === 'going') return 'reading'
  if (counts.reading === 'stopped' && counts.loaded === 0) return 'failed'
  return isNarrowed ? 'filtered-empty' : 'empty'
}
