'use client'

import { Button } from '@mantine/core'
import { Dialog } from '@/components/elements/Dialog'
import { Disclosure } from '@/components/elements/Disclosure'
import { hasMemoryLimits, hasOtherBootMode } from '@/lib/images/changeable'
import type { ImageService, ImageView } from '@/lib/images/view'
import { ChangeAsCode } from '../code/ChangeAsCode'
import { ConflictBox } from './ConflictBox'
import classes from './EditDrawer.module.css'
import { EditFields } from './EditFields'
import { EditProblem } from './EditProblem'
import { FixedValues } from './FixedValues'
import { useEditForm } from './useEditForm'

type Props = { image: ImageView; service: ImageService; isOpen: boolean; onClose: () => void }

/** What of the image can be changed in place, and what not. */
export function EditDrawer({ image, service, isOpen, onClose }: Props) {
  const edit = useEditForm(image, isOpen, onClose)
  const { form, box, problem, conflict, isClean, isSaving, pending, submit } = edit
  const isNothing = isClean && conflict === null
  return (
    <Dialog isOpen={isOpen} title="Edit image" shape="wide-drawer" onClose={onClose}>
      <form
        noValidate
        className={classes.form}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
        }}
      >
        {problem ? <EditProblem ref={box} problem={problem} /> : null}
        {conflict ? (
          <ConflictBox ref={box} conflict={conflict} isWrong={pending === null} onChoose={edit.choose} />
        ) : null}
        <EditFields
          control={form.control}
          hasMemory={hasMemoryLimits(image, service.api)}
          hasBootMode={hasOtherBootMode(image)}
          mayProtect={service.api === 'glance'}
          isSaving={isSaving}
        />
        <FixedValues image={image} service={service} />
        {pending && !isClean ? (
          <Disclosure summary="The same in code">
            <ChangeAsCode image={image} service={service} seen={pending.seen} wanted={pending.wanted} />
          </Disclosure>
        ) : null}
        <div className={classes.foot}>
          {isClean ? null : (
            <Button variant="transparent" className={classes.again ?? ''} onClick={edit.startAgain}>
              Start again
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="filled"
            aria-disabled={isNothing || isSaving}
            {...(isNothing ? { 'aria-describedby': 'nothing-changed' } : {})}
          >
            {isSaving ? 'Saving…' : 'Save changes'}
          </Button>
          {isNothing ? (
            <span id="nothing-changed" className="sr-only">
              Nothing is changed yet.
            </span>
          ) : null}
        </div>
      </form>
    </Dialog>
  )
}
