'use client'

import { commitTwice } from './actions'

export function SubmitButton() {
  return (
    <button type="button" onClick={() => commitTwice('bare')}>
      Submit
    </button>
  )
}
