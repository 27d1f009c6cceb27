'use client'

import { createContext } from 'react'

/** True from pressing Import image until the answer, or the next page, is there: nothing can be changed meanwhile. */
export const SendingContext = createContext(false)
