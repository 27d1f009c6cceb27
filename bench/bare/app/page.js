import { connection } from 'next/server'
import { SubmitButton } from './SubmitButton'

export default async function Page() {
  await connection()
  return <SubmitButton />
}
