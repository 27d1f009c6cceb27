'use client'

import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import classes from './AddFiles.module.css'

type Props = {
  /** Takes the rows of a text; what is wrong with it, or null. */
  onText: (text: string) => string | null
}

export function PasteRows({ onText }: Props) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className={classes.paste}>
      <Textarea
        label="Rows"
        description="A file address a line, or columns copied from a spreadsheet: Image file, Image name, Minimum disk (GB), Operating system, Description, Tags. With headings in any order."
        minRows={4}
        autosize
        maxRows={14}
        value={text}
        error={problem}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          setProblem(null)
        }}
      />
      <Button
        onClick={() => {
          const wrong = onText(text)
          setProblem(wrong)
          if (wrong === null) setText('')
        }}
      >
        Add rows
      </Button>
    </div>
  )
}
