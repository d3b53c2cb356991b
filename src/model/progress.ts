/** How far a study has come, as a mark tells it without colour. */
export type Progress = 'done' | 'running' | 'planned' | 'stopped' | 'unclear'

/** Of the registry’s statuses; any other, and none at all, is `unclear`. */
export const progressOf: Readonly<Record<string, Progress>> = {
  COMPLETED: 'done',
  RECRUITING: 'running',
  ACTIVE_NOT_RECRUITING: 'running',
  ENROLLING_BY_INVITATION: 'running',
  NOT_YET_RECRUITING: 'planned',
  TERMINATED: 'stopped',
  WITHDRAWN: 'stopped',
  SUSPENDED: 'stopped'
}
