/** Environment variables. One of undefined is one that is not set, also when it is handed to a child. */
export type Environment = Record<string, string | undefined>
