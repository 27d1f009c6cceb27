/** Of a project's id: Glance asks nobody whether there is such a project. */
export const TAKES_ANY_ID = 'Check it: Glance takes any id, also one that no project has.'
