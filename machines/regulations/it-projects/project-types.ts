export const PROJECT_TYPES = {
  newBuild: '新建',
  upgrade: '升级改造',
  continuation: '续建',
  operation: '运维',
} as const;
export type ProjectType = keyof typeof PROJECT_TYPES;
