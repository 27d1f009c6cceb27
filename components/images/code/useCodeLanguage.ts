'use client'

import { writeBrowserSetting } from '@/components/elements/browser-settings'
import { useBrowserSetting } from '@/components/elements/useBrowserSetting'
import { CODE_LANGUAGES, type CodeLanguage } from '@/lib/images/code/subject'

export const LANGUAGE_WORDS = {
  curl: 'curl',
  openstack: 'OpenStack CLI',
  terraform: 'Terraform',
  ansible: 'Ansible',
} as const satisfies Record<CodeLanguage, string>

/** The one chosen last in this browser. */
export function useCodeLanguage(): [CodeLanguage, (language: CodeLanguage) => void] {
  const kept = useBrowserSetting('code-language')
  return [
    CODE_LANGUAGES.find((language) => language === kept) ?? 'openstack',
    (language) => writeBrowserSetting('code-language', language),
  ]
}
