import { onDemand } from '../../onDemand';

/** Loaded when a supervisor opens one: most of whoever works here never does. */
export const PostPage = onDemand(async () => (await import('./PostPage')).PostPage);

export const AuditPage = onDemand(async () => (await import('./AuditPage')).AuditPage);
