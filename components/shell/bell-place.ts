/** The element of the top bar that the bell is put into. */
export const BELL_PLACE = 'bell-place'
