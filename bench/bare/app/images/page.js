'use client'

import { useEffect, useState } from 'react'

/** The least a list can do: fetch page after page, draw every row, and hide what does not match. */
export default function Page() {
  const [images, setImages] = useState([])
  const [isDone, setDone] = useState(false)
  const [text, setText] = useState('')

  useEffect(() => {
    async function read() {
      for (let marker = null, more = true; more; ) {
        const answer = await fetch(`/api/images?marker=${marker ?? ''}`)
        const page = (await answer.json()).images
        setImages((before) => [...before, ...page])
        more = page.length === 500
        marker = page.at(-1)?.id
      }
      setDone(true)
    }
    void read()
  }, [])

  return (
    <main>
      <input aria-label="Filter" value={text} onChange={(event) => setText(event.target.value)} />
      {isDone ? <p>{images.length} images</p> : null}
      <table>
        <tbody>
          {images
            .filter(({ name }) => name.includes(text))
            .map(({ id, name, status, min_disk: disk }) => (
              <tr key={id}>
                <td>
                  <a href={`#${id}`}>{name}</a>
                </td>
                <td>{status}</td>
                <td>{disk} GB</td>
              </tr>
            ))}
        </tbody>
      </table>
    </main>
  )
}
