/** What stands at a field about its value, and is no mistake. */
export type FieldFinding = { text: string; isWarning: boolean }
