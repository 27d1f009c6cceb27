import type { ReactNode } from 'react'
import { Mark } from '@/components/elements/Mark'
import classes from './SignInFrame.module.css'
import { ThemeSwitch } from './ThemeSwitch'

type Props = { version: string; children: ReactNode }

export function SignInFrame({ version, children }: Props) {
  return (
    <div className={classes.frame}>
      <header className={classes.brand}>
        <Mark size={30} className={classes.mark} />
        Slipway
      </header>
      <main className={classes.card}>
        <h1 className={classes.title}>Sign in</h1>
        {children}
      </main>
      <footer className={classes.foot}>
        <span>Slipway {version}</span>
        <ThemeSwitch />
      </footer>
    </div>
  )
}
